"""Abbreviations of clocks, with the regions that bear each: never a zone by themselves, since most have several.

Where the database has the abbreviation, the regions bear it there; the others are what is said and written.
"""

_CENTRAL_EUROPE = (
    "Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Brussels Europe/Vienna Europe/Zurich "
    "Europe/Warsaw Europe/Prague Europe/Budapest Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Belgrade"
)
_EAST_EUROPE = (
    "Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kyiv Europe/Sofia Europe/Riga Europe/Tallinn Europe/Vilnius "
    "Europe/Chisinau Asia/Nicosia Asia/Beirut Africa/Cairo"
)
_WEST_EUROPE = "Europe/Lisbon Atlantic/Madeira Atlantic/Canary Atlantic/Faroe"
_NEWFOUNDLAND = "America/St_Johns"
_GREENWICH = "Europe/London Europe/Dublin Africa/Accra Africa/Abidjan Africa/Dakar"
_EASTERN = "America/New_York America/Toronto America/Detroit"
_CENTRAL = "America/Chicago America/Winnipeg"
_MOUNTAIN = "America/Denver America/Edmonton America/Boise"
_PACIFIC = "America/Los_Angeles America/Vancouver America/Tijuana"
_ATLANTIC = "America/Halifax Atlantic/Bermuda"

BORNE_BY = {
    "ET": _EASTERN, "EDT": _EASTERN, "EST5EDT": _EASTERN,
    "EST": f"{_EASTERN} America/Panama America/Jamaica America/Cancun America/Cayman Australia/Sydney",
    "CT": _CENTRAL, "CST6CDT": _CENTRAL, "CDT": f"{_CENTRAL} America/Havana",
    "CST": f"{_CENTRAL} America/Regina America/Mexico_City America/Monterrey America/Guatemala America/Costa_Rica "
           "America/El_Salvador America/Tegucigalpa America/Managua America/Belize America/Havana Asia/Shanghai "
           "Asia/Taipei Asia/Macau",
    "MT": _MOUNTAIN, "MDT": _MOUNTAIN, "MST7MDT": _MOUNTAIN,
    "MST": f"{_MOUNTAIN} America/Phoenix America/Hermosillo America/Mazatlan Asia/Kuala_Lumpur Asia/Yangon",
    "PT": _PACIFIC, "PDT": _PACIFIC, "PST8PDT": _PACIFIC, "PST": f"{_PACIFIC} Asia/Manila",
    "AKST": "America/Anchorage America/Juneau America/Nome", "AKDT": "America/Anchorage America/Juneau America/Nome",
    "AKT": "America/Anchorage America/Juneau America/Nome",
    "HST": "Pacific/Honolulu America/Adak", "HDT": "America/Adak", "HAST": "Pacific/Honolulu America/Adak",
    "AST": f"{_ATLANTIC} America/Puerto_Rico America/Santo_Domingo America/Martinique America/Barbados Asia/Riyadh "
           "Asia/Baghdad Asia/Kuwait",
    "ADT": _ATLANTIC, "AT": _ATLANTIC,
    "NST": f"{_NEWFOUNDLAND} Asia/Kathmandu", "NDT": _NEWFOUNDLAND, "NT": _NEWFOUNDLAND,
    "GMT": f"{_GREENWICH} Africa/Monrovia Africa/Bamako Atlantic/Reykjavik Africa/Sao_Tome",
    "BST": "Europe/London Asia/Dhaka Pacific/Bougainville",
    "IST": "Asia/Kolkata Asia/Jerusalem Europe/Dublin",
    "IDT": "Asia/Jerusalem",
    "WET": _WEST_EUROPE, "WEST": _WEST_EUROPE,
    "CET": f"{_CENTRAL_EUROPE} Africa/Algiers Africa/Tunis", "CEST": _CENTRAL_EUROPE, "MET": _CENTRAL_EUROPE,
    "MEZ": "Europe/Berlin Europe/Vienna Europe/Zurich", "MESZ": "Europe/Berlin Europe/Vienna Europe/Zurich",
    "EET": f"{_EAST_EUROPE} Europe/Kaliningrad Africa/Tripoli", "EEST": _EAST_EUROPE,
    "MSK": "Europe/Moscow Europe/Simferopol Europe/Minsk", "TRT": "Europe/Istanbul", "SAMT": "Europe/Samara",
    "YEKT": "Asia/Yekaterinburg", "OMST": "Asia/Omsk", "NOVT": "Asia/Novosibirsk", "KRAT": "Asia/Krasnoyarsk",
    "IRKT": "Asia/Irkutsk", "YAKT": "Asia/Yakutsk", "VLAT": "Asia/Vladivostok", "MAGT": "Asia/Magadan",
    "PETT": "Asia/Kamchatka",
    "WAT": "Africa/Lagos Africa/Kinshasa Africa/Luanda Africa/Douala Africa/Niamey Africa/Ndjamena",
    "CAT": "Africa/Maputo Africa/Harare Africa/Lusaka Africa/Khartoum Africa/Kigali Africa/Windhoek Africa/Gaborone",
    "EAT": "Africa/Nairobi Africa/Addis_Ababa Africa/Kampala Africa/Dar_es_Salaam Africa/Mogadishu",
    "SAST": "Africa/Johannesburg Africa/Maseru Africa/Mbabane",
    "AMT": "Asia/Yerevan America/Manaus", "AZT": "Asia/Baku", "GET": "Asia/Tbilisi",
    "GST": "Asia/Dubai Asia/Muscat Atlantic/South_Georgia", "IRST": "Asia/Tehran", "AFT": "Asia/Kabul",
    "PKT": "Asia/Karachi", "UZT": "Asia/Tashkent Asia/Samarkand", "ALMT": "Asia/Almaty", "NPT": "Asia/Kathmandu",
    "BDT": "Asia/Dhaka Asia/Brunei", "BTT": "Asia/Thimphu", "SLST": "Asia/Colombo", "MMT": "Asia/Yangon",
    "ICT": "Asia/Bangkok Asia/Ho_Chi_Minh Asia/Phnom_Penh Asia/Vientiane",
    "WIB": "Asia/Jakarta Asia/Pontianak", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura",
    "MYT": "Asia/Kuala_Lumpur Asia/Kuching", "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "PHT": "Asia/Manila",
    "PHST": "Asia/Manila", "JST": "Asia/Tokyo", "KST": "Asia/Seoul Asia/Pyongyang", "ULAT": "Asia/Ulaanbaatar",
    "AEST": "Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart",
    "AEDT": "Australia/Sydney Australia/Melbourne Australia/Hobart",
    "AET": "Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart",
    "ACST": "Australia/Adelaide Australia/Darwin Australia/Broken_Hill",
    "ACDT": "Australia/Adelaide Australia/Broken_Hill", "ACT": "Australia/Adelaide Australia/Darwin",
    "AWST": "Australia/Perth", "AWT": "Australia/Perth",
    "NZST": "Pacific/Auckland Antarctica/McMurdo", "NZDT": "Pacific/Auckland Antarctica/McMurdo",
    "NZT": "Pacific/Auckland", "SST": "Pacific/Pago_Pago Pacific/Midway Asia/Singapore",
    "CHST": "Pacific/Guam Pacific/Saipan",
    "FJT": "Pacific/Fiji", "PGT": "Pacific/Port_Moresby",
    "BRT": "America/Sao_Paulo America/Fortaleza America/Bahia", "ART": "America/Argentina/Buenos_Aires",
    "CLT": "America/Santiago", "CLST": "America/Santiago", "COT": "America/Bogota", "PET": "America/Lima",
    "ECT": "America/Guayaquil", "VET": "America/Caracas", "BOT": "America/La_Paz", "UYT": "America/Montevideo",
    "PYT": "America/Asuncion", "GFT": "America/Cayenne", "GYT": "America/Guyana", "SRT": "America/Paramaribo",
    "AZOT": "Atlantic/Azores", "CVT": "Atlantic/Cape_Verde", "MUT": "Indian/Mauritius", "SCT": "Indian/Mahe",
    "MVT": "Indian/Maldives", "RET": "Indian/Reunion",
}  # fmt: skip
"""Regions by abbreviation, divided by blanks, the likeliest first."""

NAMED = {
    "ET": "eastern, us eastern",
    "CT": "central, us central",
    "MT": "mountain, us mountain",
    "PT": "pacific, us pacific",
    "AT": "atlantic",
    "AKT": "alaskan",
    "HST": "hawaii aleutian, hawaiian",
    "CET": "central european, middle european",
    "EET": "eastern european",
    "WET": "western european",
    "GMT": "greenwich mean, greenwich",
    "BST": "british",
    "IST": "irish",
    "IDT": "israel",
    "EAT": "east africa, eastern africa",
    "WAT": "west africa, western africa",
    "CAT": "central africa",
    "ICT": "indochina",
    "AEST": "australian eastern, australia eastern",
    "ACST": "australian central",
    "AWST": "australian western",
    "GST": "gulf",
    "MSK": "moscow",
    "NST": "newfoundland",
    "NPT": "nepal",
}
"""The same clocks in words, before ``time``, ``standard time``, ``daylight time`` or ``summer time``."""
