"""Brings a notebook into its normal form when an author saves it, for `./course lab --author`.

What that form is stands in one place, in Java: here it is only asked for.
"""

import json
import os
import subprocess


def before_save(model, **_):
    """Jupyter's hook before it writes. When it fails, that is logged and the file is saved as it is."""
    if model.get("type") != "notebook" or "content" not in model:
        return
    answer = subprocess.run(
        [
            os.environ["LONGRANGE_JAVA"],
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            os.environ["LONGRANGE_COURSE_JAR"],
            "longrange.course.authoring.Normalise",
        ],
        input=json.dumps(model["content"]).encode(),
        capture_output=True,
        timeout=60,
    )
    if answer.returncode != 0:
        raise ValueError(answer.stderr.decode())
    model["content"] = json.loads(answer.stdout)
