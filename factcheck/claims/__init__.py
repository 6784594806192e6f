"""From quantities to claims: what each figure measures, of what, when and where."""
