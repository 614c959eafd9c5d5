"""``adr-index`` with ``:toctree:``: the pages of the decisions that it shows, in the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes

from .domain import adr_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .views import IndexQuestion, PastQuestion

_MARK = "adr-question"
_FILLED = "filled"
"""Where the domain keeps with the environment what the entries in this environment follow from."""


def fill_toctrees(app: Sphinx, env: BuildEnvironment) -> None:
    """Gives the tables of contents of indexes their entries, from the ledger as it is now.

    Sphinx keeps a table of contents in three places: the contents of its page, the relation of pages, and
    the doctree. All three get the same entries. A page that another table of contents holds is left there.
    """
    domain = adr_domain(env)
    if domain.inputs and domain.data.get(_FILLED) == domain.inputs:
        return
    from .views import IndexQuestion, PastQuestion

    domain.data[_FILLED] = domain.inputs
    kinds = (IndexQuestion, PastQuestion)
    may_have = [
        name for name, asked in domain.questions.items() if any(isinstance(one, kinds) for one in asked)
    ]
    ours = {
        docname: [node for node in env.tocs[docname].findall(addnodes.toctree) if _MARK in node]
        for docname in may_have
        if docname in env.tocs
    }
    if not any(ours.values()):
        return
    taken = {env.config.root_doc}
    for toc in env.tocs.values():
        for node in toc.findall(addnodes.toctree):
            if _MARK not in node:
                taken.update(node["includefiles"])
    for docname in sorted(ours):
        entries_of = [_entries(env, docname, node[_MARK].value, taken) for node in ours[docname]]
        if entries_of and entries_of != [node["includefiles"] for node in ours[docname]]:
            _set(ours[docname], entries_of)
            _relate(env, docname)
            doctree = env.get_doctree(docname)
            _set([node for node in doctree.findall(addnodes.toctree) if _MARK in node], entries_of)
            app.builder.write_doctree(docname, doctree)
            # Sphinx keeps what it read of a doctree; the navigation of every page reads that of the root.
            getattr(env, "_pickled_doctree_cache", {}).pop(docname, None)


def _entries(
    env: BuildEnvironment, docname: str, question: IndexQuestion | PastQuestion, taken: set[str]
) -> list[str]:
    chosen = question.choose(adr_domain(env).answers.ledger)
    pages = [d.docname for d in chosen if d.docname != docname and d.docname not in taken]
    found = list(dict.fromkeys(pages))
    taken.update(found)
    return found


def _set(toctrees: list[addnodes.toctree], entries_of: list[list[str]]) -> None:
    for node, pages in zip(toctrees, entries_of, strict=True):
        node["entries"] = [(None, page) for page in pages]
        node["includefiles"] = list(pages)


def _relate(env: BuildEnvironment, docname: str) -> None:
    """Tells the environment which pages *docname* now includes."""
    toctrees: list[nodes.Element] = list(env.tocs[docname].findall(addnodes.toctree))
    includes = [page for node in toctrees for page in node["includefiles"]]
    for page in env.toctree_includes.get(docname, []):
        if page not in includes and page in env.files_to_rebuild:
            env.files_to_rebuild[page].discard(docname)
            if not env.files_to_rebuild[page]:
                del env.files_to_rebuild[page]
    if includes:
        env.toctree_includes[docname] = includes
    else:
        env.toctree_includes.pop(docname, None)
    for page in includes:
        env.files_to_rebuild.setdefault(page, set()).add(docname)
