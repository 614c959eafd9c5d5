import json
import pathlib
import sys

register = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
lost = [row["id"] for row in register["requirements"] if row["state"] == "lost"]
sys.exit(f"Requirements without an answer: {', '.join(lost)}" if lost else 0)
