"""The readers with everything loaded that they load at their first file.

Imported by the process that the others are forked from: what is loaded there, each of them has
from its start. Without it, a page costs half a second and a PDF nearly as much.
"""

from analysis.ledger.intake.formats import read_upload
from analysis.ledger.intake.small_files import small_files

for _ending, _content in small_files().items():
    read_upload(f"small{_ending}", _content)
