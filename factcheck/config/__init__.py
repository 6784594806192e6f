"""What a project keeps for its drafts: settings, facts, what is ignored, what was there before.

    form          every key of a configuration, its kind and what it means: the checks and the schema come from it
    toml_file     a TOML file with the place of every key and value, and its faults
    find          the nearest configuration upwards from a draft
    globs         patterns of paths
    read          a configuration, checked: every fault with its place and the nearest right word
    settings      what is in force for one draft, and where it is from
    ignore_file   factcheck-ignore.toml: findings that were accepted one by one, with a reason and an expiry
    baseline      the findings that were there before: counted, so that one more is new
    errors        what is raised for a file that can't be used
    project       all of these for a run, each file read once

A configuration is looked for from each draft, so that every part of a large repository may have its own. TOML is read only
where such a file exists.
"""
