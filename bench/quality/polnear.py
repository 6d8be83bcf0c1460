"""Who is named for each given number, in texts of the form of PolNeAR: ``text``, ``numbers`` in."""

import sys
from pathlib import Path

# Called as a file, Python looks beside it, not in the project.
sys.path.insert(0, str(Path(__file__).parents[2]))

from bisect import bisect_right

from analysis.extraction.folding import fold
from analysis.extraction.sentences import split
from analysis.extraction.speech import Speech
from bench.quality.forms import Row, main


def predict(row: Row) -> Row:
    """Name the source of each number of one text, where there is one."""
    text = row["text"]
    sentences = split(text)
    speech = Speech(text, fold(text), sentences)
    starts = [sentence.start for sentence in sentences]
    claims = []
    for number in row["numbers"]:
        claim = {"start": number["start"], "end": number["end"]}
        index = bisect_right(starts, number["start"]) - 1
        inside = index >= 0 and number["start"] < sentences[index].end
        said = speech.source(index, number["start"]) if inside else None
        if said is not None:
            claim |= {"source_start": said.start, "source_end": said.end}
        claims.append(claim)
    return {"id": row["id"], "claims": claims}


if __name__ == "__main__":
    main(predict)
