#!/usr/bin/env python3
"""Puts invented people (joinedup simulate) into the form in which Qualtrics exports a survey: make_export.py FILE.

Three heading rows, the tool's own columns, questions under Q numbers; one preview, one unfinished response and one
marked as spam; one question whose codes start at 4, as they do after an edit in the tool.
"""
import csv
import json
import sys
from collections import Counter

# Boards, and how many of their people at most: two stand out, one has too few to be shown, two too few to be ranked.
BOARDS = {"E54000013": 150, "E54000023": 7, "E54000056": 26, "E54000034": 150, "E54000041": 150, "E54000042": 19, "E54000051": 150,
          "E54000057": 150, "E54000061": 150}
OWN = [("StartDate", "Start Date"), ("EndDate", "End Date"), ("Status", "Response Type"), ("IPAddress", "IP Address"),
       ("Progress", "Progress"), ("Duration (in seconds)", "Duration (in seconds)"), ("Finished", "Finished"),
       ("RecordedDate", "Recorded Date"), ("ResponseId", "Response ID"), ("RecipientLastName", "Recipient Last Name"),
       ("DistributionChannel", "Distribution Channel"), ("UserLanguage", "User Language")]
QUESTIONS = ([(f"p3ceq_{n}", f"Q3_{n}", f"Your care - P3CEQ item {n}") for n in (1, 2, 3, 4, 5, 6)]
             + [(f"p3ceq_7{c}", f"Q3_7{c}", f"Your care - P3CEQ item 7{c}") for c in "abcd"]
             + [(f"p3ceq_{n}", f"Q3_{n}", f"Your care - P3CEQ item {n}") for n in (8, 9, 10)]
             + [("eq5d_mo", "Q4", "EQ-5D-5L mobility"), ("eq5d_sc", "Q5", "EQ-5D-5L self-care"),
                ("eq5d_ua", "Q6", "EQ-5D-5L usual activities"), ("eq5d_pd", "Q7", "EQ-5D-5L pain and discomfort"),
                ("eq5d_ad", "Q8", "EQ-5D-5L anxiety and depression"), ("eq5d_vas", "Q9", "EQ-5D-5L visual analogue scale")]
             + [(f"wemwbs_{n}", f"Q10_{n}", f"The last 2 weeks - WEMWBS item {n}") for n in range(1, 15)])
EMBEDDED = ["icb", "weight"]


def chosen(people):
    met = Counter()
    for person in people:
        met[person["icb_code"]] += 1
        if met[person["icb_code"]] <= BOARDS.get(person["icb_code"], 0):
            yield person


def row(person, number, status="0", finished="1"):
    day, minute = f"2026-09-{1 + number % 28:02}", f"{number % 60:02}"
    start, end = f"{day} 10:{minute}:00", f"{day} 10:{minute}:59"
    own = [start, end, status, "*******", "100" if finished == "1" else "40", "59", finished, end, f"R_{number:04}", "",
           "anonymous", "EN"]
    answers = [person[item] for item, _, _ in QUESTIONS]
    at = [item for item, _, _ in QUESTIONS].index("wemwbs_8")
    if answers[at].strip() in set("12345"):
        answers[at] = str(int(answers[at]) + 3)
    if finished == "0":
        answers[at:] = [""] * (len(answers) - at)
    return own + answers + [person["icb_code"], person["weight"]]


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        people = list(chosen(csv.DictReader(file)))
    out = csv.writer(sys.stdout, lineterminator="\n")
    names = [name for name, _ in OWN] + [q for _, q, _ in QUESTIONS] + EMBEDDED
    out.writerow(names)
    out.writerow([text for _, text in OWN] + [text for _, _, text in QUESTIONS] + EMBEDDED)
    out.writerow([json.dumps({"ImportId": "QID" + name[1:] if name.startswith("Q") else name}) for name in names])
    out.writerow(row(people[0], 0, status="1"))
    for number, person in enumerate(people, 1):
        out.writerow(row(person, number))
    out.writerow(row(people[1], 9001, finished="0"))
    out.writerow(row(people[2], 9002, status="8"))


if __name__ == "__main__":
    main()
