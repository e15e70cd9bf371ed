# Reads a calendar file with a reader that shares no code with the writer, and
# prints what it found.
import sys
from datetime import datetime
import pytz
from dateutil.rrule import rrulestr
from icalendar import Calendar

cal = Calendar.from_ical(open(sys.argv[1], "rb").read())
for part in cal.walk():
    if part.errors:
        sys.exit(f"{part.name}: {part.errors}")


def shown(t):
    return t.strftime("%Y-%m-%d %H:%M") if isinstance(t, datetime) else t.isoformat()


def times(event):
    start, rule = event["DTSTART"].dt, event["RRULE"].to_ical().decode()
    if not isinstance(start, datetime):
        return list(rrulestr(rule, dtstart=datetime(start.year, start.month, start.day)))
    # The clock on the wall goes by the week; what it means is the zone's matter.
    until = event["RRULE"]["UNTIL"][0].astimezone(start.tzinfo).replace(tzinfo=None)
    rule = ";".join(x for x in rule.split(";") if not x.startswith("UNTIL"))
    zone = pytz.timezone(str(start.tzinfo))
    return [zone.localize(t) for t in rrulestr(rule + ";COUNT=99", dtstart=start.replace(tzinfo=None)) if t <= until]


for zone in cal.walk("VTIMEZONE"):
    print("zone", zone.to_tz())
for event in cal.walk("VEVENT"):
    title = str(event["SUMMARY"]).replace("\n", "/")
    print(f'{event["UID"]} {event["SEQUENCE"]} | {title} | {shown(event["DTSTART"].dt)} | {shown(event["DTEND"].dt)}')
    if event["UID"] == "p1-a1@bekwaam":
        talks = times(event)
        for t in talks:
            print("talk", shown(t), "is", t.astimezone(pytz.utc).strftime("%H:%M"), "universal")
        print(f"talks {len(talks)}, last {talks[-1]:%Y-%m-%d}")
    if event["UID"] == "p1-a5@bekwaam":
        days = times(event)
        for t in days:
            print(f"network {t:%Y-%m-%d}")
        print("networks", len(days))
