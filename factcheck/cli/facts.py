"""`factcheck facts`: the commands about facts files."""

from __future__ import annotations

import typer

from factcheck.cli.facts_check import facts_check
from factcheck.cli.facts_extract import facts_extract
from factcheck.cli.options import settings

facts = typer.Typer(name="facts", help="Draft or check facts files.", no_args_is_help=True, **settings())
facts.command("extract")(facts_extract)
facts.command("check")(facts_check)
