"""The examples that end the help of each subcommand."""

from __future__ import annotations

COMMAND = """\
examples:
  sphinx-adr check docs              say what is wrong with the log in docs/
  sphinx-adr check --help            the options of one subcommand

exit status:
  0  fine
  1  something was found
  2  the command could not be run: the sentence on the error output says why
"""

CHECK = """\
examples:
  sphinx-adr check                             the documentation here, or in docs/
  sphinx-adr check docs --format github        as annotations of a GitHub job
  sphinx-adr check docs --format sarif >adr.sarif
  sphinx-adr check docs --fail-on lost,link-dangling
                                               print all, but fail only for these
  sphinx-adr check docs --strict               gaps in the coverage count, too
  sphinx-adr check docs --base origin/main --format markdown
                                               as a comment for a review: what is new,
                                               numbers taken on both sides, accepted
                                               text that changed, requirements lost,
                                               records deleted

It says what `sphinx-build -b adr` warns about the log, also in files that have
not changed. What `suppress_warnings` in conf.py silences is left out, unless
--fail-on names it.
"""

LIST = """\
examples:
  sphinx-adr list                              all decisions
  sphinx-adr list docs --filter 'in_force and "storage" in tags'
  sphinx-adr list --filter 'status == "proposed"' --format json
  sphinx-adr list --unread                     what became of the documents that
                                               adr_documents names, and why some
                                               of them hold no decision

A filter is written as in the views. The JSON of a decision is that of
decisions.json.
"""

SHOW = """\
examples:
  sphinx-adr show ADR-0013
  sphinx-adr show 13 docs --format json

The decision can be named by its ID, a former ID, its number, or its title.
What follows from other decisions is shown with it: what is current now, and
how its requirements are covered.
"""

EXPORT = """\
examples:
  sphinx-adr export --format json >decisions.json
  sphinx-adr export docs --format csv --filter 'date >= "2025"' >decisions.csv
  sphinx-adr export --format markdown          a digest of the decisions in force,
                                               a line each, for readers who pay by
                                               the word

Lines of CSV hold what is in effect, as filters see it. What a proposal would
supersede is only in the JSON, among the links of each decision.
"""

NEW = """\
examples:
  sphinx-adr new "Cache search results"        in the folder of the other decisions
  sphinx-adr new "ClickHouse" --supersedes ADR-0009
  sphinx-adr new "Retries" docs --format md --template quick
  sphinx-adr new "Retries" --template docs/template.md

The number is the one after the highest. Number, file name, heading, markup and
line ends follow the decisions that are there. A template of your own can use
{heading}, {title}, {id}, {number}, {status}, {date} and {supersedes}. No file is
overwritten, and no title is given twice: --again does. The path of the new file
is printed.
"""

SUPERSEDE = """\
examples:
  sphinx-adr supersede ADR-0009 ADR-0013       ADR-0013 replaces ADR-0009
  sphinx-adr supersede 9 13 docs

Only the record of NEW is changed, by one line, in the form that it has: an option
of its directive, a field of its front matter, a sentence in its section Status, or
a line beside its status. Everything else follows: the status of OLD, its banner,
the index. If the line is not read as meant, the file is put back as it was.
"""

SEAL = """\
examples:
  sphinx-adr seal                              seal what is accepted and not sealed yet
  sphinx-adr seal docs --check                 in CI: status 1 where an accepted decision
                                               is not sealed, or not as it was sealed
  sphinx-adr seal --again ADR-0004             seal its new text: an exception

What is accepted is sealed; where not all of it shall be, adr_seal_filter in conf.py
says which. A text that was sealed and changed is not sealed again by itself. Restore it, and
supersede the decision or add an adr-amendment. Only changes of words count: lines
can be broken anew, files can move. Commit adr-seal.json with the records.
"""
