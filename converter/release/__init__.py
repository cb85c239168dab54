"""Publishing: what a built site must hold to be handed on, and the form in which it is."""

from converter.release.archive import archive
from converter.release.commit import Commit, commit_of, date_of_build
from converter.release.gate import Problem, leave_out, problems
from converter.release.links import BrokenLink, broken_links
from converter.release.manifest import manifest
from converter.release.pdf import find_browser, offered_pdfs, offered_pictures, photograph, print_pdf
from converter.release.reports import stale_reports
from converter.release.site import build_site

__all__ = [
    "BrokenLink",
    "Commit",
    "Problem",
    "archive",
    "broken_links",
    "build_site",
    "commit_of",
    "date_of_build",
    "find_browser",
    "leave_out",
    "manifest",
    "offered_pdfs",
    "offered_pictures",
    "photograph",
    "print_pdf",
    "problems",
    "stale_reports",
]
