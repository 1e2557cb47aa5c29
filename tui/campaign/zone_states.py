"""States, provinces and countries under the names they are called by, with the zones of each.

A state has every zone that its law or its widespread custom names, the likeliest first; where there are several,
a person is asked. The names of countries as the database spells them need no row.
"""

_EAST, _CENTRAL = "America/New_York", "America/Chicago"
_MOUNTAIN, _WEST = "America/Denver", "America/Los_Angeles"
STATES = {
    _EAST: (
        "connecticut, delaware, maine, maryland, massachusetts, new england, new hampshire, new jersey, new york, "
        "new york state, north carolina, ohio, pennsylvania, rhode island, south carolina, vermont, virginia, "
        "west virginia, georgia, east coast, us east coast"
    ),
    _CENTRAL: (
        "alabama, arkansas, illinois, iowa, louisiana, minnesota, mississippi, missouri, oklahoma, wisconsin"
    ),
    _MOUNTAIN: "colorado, montana, new mexico, utah, wyoming",
    _WEST: "california, southern california, bay area, washington, washington state, west coast, us west coast",
    f"{_WEST} {_MOUNTAIN}": "nevada",
    f"{_WEST} America/Boise": "oregon",
    f"{_EAST} {_CENTRAL}": "florida",
    f"{_CENTRAL} {_MOUNTAIN}": "texas, kansas, nebraska, south dakota",
    f"{_CENTRAL} {_EAST}": "tennessee",
    f"{_CENTRAL} {_MOUNTAIN} America/North_Dakota/Center America/North_Dakota/New_Salem "
    "America/North_Dakota/Beulah": "north dakota",
    f"{_EAST} {_CENTRAL} America/Kentucky/Louisville America/Kentucky/Monticello": "kentucky",
    "America/Phoenix America/Denver": "arizona",
    "America/Boise America/Los_Angeles": "idaho",
    "America/Detroit America/Menominee": "michigan",
    "America/Indiana/Indianapolis America/Chicago America/Indiana/Vincennes America/Indiana/Winamac "
    "America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Tell_City "
    "America/Indiana/Knox": "indiana",
    "America/Anchorage America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome "
    "America/Adak": "alaska",
    "Pacific/Honolulu": "hawaii",
    "America/Edmonton": "alberta",
    "America/Vancouver America/Dawson_Creek America/Fort_Nelson America/Creston "
    "America/Edmonton": "british columbia",
    "America/Winnipeg": "manitoba",
    "America/Moncton": "new brunswick",
    "America/St_Johns America/Goose_Bay": "newfoundland and labrador",
    "America/Goose_Bay America/St_Johns": "labrador",
    "America/Halifax America/Glace_Bay": "nova scotia",
    "America/Edmonton America/Inuvik": "northwest territories",
    "America/Iqaluit America/Rankin_Inlet America/Resolute America/Cambridge_Bay": "nunavut",
    "America/Toronto America/Atikokan America/Winnipeg": "ontario",
    "America/Toronto America/Blanc-Sablon America/Halifax": "quebec",
    "America/Regina America/Swift_Current America/Edmonton": "saskatchewan",
    "America/Whitehorse America/Dawson": "yukon",
    "Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe": "new south wales, nsw",
    "Australia/Melbourne": "victoria",
    "Australia/Brisbane Australia/Lindeman": "queensland, qld",
    "Australia/Adelaide": "south australia",
    "Australia/Perth Australia/Eucla": "western australia",
    "Australia/Hobart": "tasmania",
    "Australia/Darwin": "northern territory",
    "Australia/Sydney": "australian capital territory, act",
    "America/Sao_Paulo": (
        "sao paulo, minas gerais, espirito santo, parana, santa catarina, rio grande do sul, goias, distrito federal"
    ),
    "America/Bahia": "bahia",
    "America/Fortaleza": "ceara, maranhao, piaui, rio grande do norte, paraiba",
    "America/Recife America/Noronha": "pernambuco",
    "America/Maceio": "alagoas, sergipe",
    "America/Belem America/Santarem": "para",
    "America/Belem": "amapa",
    "America/Araguaina": "tocantins",
    "America/Manaus America/Eirunepe": "amazonas",
    "America/Boa_Vista": "roraima",
    "America/Porto_Velho": "rondonia",
    "America/Rio_Branco": "acre",
    "America/Cuiaba": "mato grosso",
    "America/Campo_Grande": "mato grosso do sul",
    "America/Mexico_City": (
        "campeche, chiapas, colima, guanajuato, guerrero, hidalgo, jalisco, estado de mexico, michoacan, morelos, "
        "tabasco, tlaxcala, zacatecas"
    ),
    "America/Merida": "yucatan",
    "America/Cancun": "quintana roo",
    "America/Monterrey": "nuevo leon, durango",
    "America/Monterrey America/Matamoros": "coahuila, tamaulipas",
    "America/Chihuahua America/Ciudad_Juarez America/Ojinaga": "chihuahua",
    "America/Hermosillo": "sonora",
    "America/Mazatlan": "sinaloa, baja california sur",
    "America/Mazatlan America/Bahia_Banderas": "nayarit",
    "America/Tijuana": "baja california",
    "Asia/Kolkata": (
        "andhra pradesh, arunachal pradesh, assam, bihar, chhattisgarh, goa, gujarat, haryana, himachal pradesh, "
        "jharkhand, karnataka, kerala, madhya pradesh, maharashtra, manipur, meghalaya, mizoram, nagaland, odisha, "
        "orissa, punjab, rajasthan, sikkim, tamil nadu, telangana, tripura, uttar pradesh, uttarakhand, west bengal, "
        "jammu and kashmir, ladakh, chandigarh, puducherry"
    ),
    "Asia/Karachi": "punjab, sindh, balochistan, khyber pakhtunkhwa",
    "Europe/Berlin": (
        "bavaria, bayern, hesse, hessen, saxony, sachsen, baden wurttemberg, brandenburg, lower saxony, niedersachsen, "
        "nordrhein westfalen, north rhine westphalia, rhineland palatinate, saarland, saxony anhalt, "
        "schleswig holstein, thuringia"
    ),
    "Europe/Madrid": "catalonia, andalusia, galicia, basque country, balearic islands",
    "Europe/London": "england, scotland, wales, northern ireland",
    "Atlantic/Canary": "canary islands, islas canarias",
    "Asia/Urumqi Asia/Shanghai": "xinjiang",
    "America/Guatemala America/Costa_Rica America/El_Salvador America/Tegucigalpa America/Managua America/Belize "
    "America/Panama": "central america",
}  # fmt: skip
"""Names by their zones, which are divided by blanks."""

CALLED = {
    "US": "usa, united states of america, america, the states",
    "GB": "uk, britain, great britain, united kingdom",
    "AE": "uae, emirates, united arab emirates",
    "KR": "south korea, republic of korea, rok, korea",
    "KP": "north korea, dprk, korea",
    "CZ": "czechia, czech republic, cesko",
    "CI": "ivory coast, cote divoire",
    "NL": "holland, the netherlands, nederland",
    "MM": "burma, myanmar",
    "VN": "viet nam, vietnam",
    "RU": "russian federation, russia, rossiya",
    "TR": "turkiye, turkey",
    "SZ": "swaziland, eswatini",
    "CV": "cabo verde, cape verde",
    "TL": "timor leste, east timor",
    "SK": "slovak republic",
    "MD": "republic of moldova",
    "SY": "syrian arab republic",
    "TZ": "united republic of tanzania",
    "VE": "bolivarian republic of venezuela",
    "KG": "kyrgyz republic",
    "MK": "macedonia, north macedonia",
    "CD": "drc, dr congo, democratic republic of the congo, democratic republic of congo, congo kinshasa, congo, zaire",
    "CG": "republic of the congo, republic of congo, congo brazzaville, congo",
    "CF": "central african republic, car",
    "VA": "vatican, holy see",
    "BA": "bosnia, herzegovina",
    "TT": "trinidad, tobago",
    "AG": "antigua, barbuda",
    "KN": "st kitts, nevis",
    "VC": "st vincent and the grenadines, grenadines",
    "ST": "sao tome",
    "PM": "st pierre",
    "WS": "western samoa, samoa",
    "AS": "american samoa, samoa",
    "VI": "us virgin islands, virgin islands",
    "VG": "british virgin islands, bvi, virgin islands",
    "TC": "turks and caicos islands, turks and caicos",
    "BQ": "bonaire, caribbean netherlands",
    "SX": "st maarten",
    "MF": "st martin",
    "SA": "ksa, saudi, kingdom of saudi arabia",
    "CN": "prc, mainland china, peoples republic of china",
    "TW": "roc, republic of china",
    "HK": "hong kong sar",
    "MO": "macao",
    "BN": "brunei darussalam",
    "IR": "islamic republic of iran",
    "IE": "eire, republic of ireland",
    "DE": "deutschland",
    "ES": "espana",
    "IT": "italia",
    "BR": "brasil",
    "CH": "schweiz, suisse, svizzera",
    "AT": "osterreich",
    "PL": "polska",
    "SE": "sverige",
    "NO": "norge",
    "FI": "suomi",
    "DK": "danmark",
    "BE": "belgie, belgique",
    "IN": "bharat",
    "JP": "nippon, nihon",
    "NZ": "aotearoa",
    "PS": "palestinian territories, state of palestine, west bank",
    "FK": "malvinas",
    "TF": "french southern territories",
    "GS": "south georgia, south sandwich islands",
    "FM": "federated states of micronesia",
    "LA": "lao",
    "MV": "maldive islands",
    "AX": "aland",
    "PH": "the philippines, pilipinas",
}  # fmt: skip
"""What countries are called as well, by their ISO 3166 code."""

POSTAL = {
    _EAST: "CT DE ME MD MA NH NJ NY NC OH PA RI SC VT VA WV GA DC",
    _CENTRAL: "AL AR IL IA LA MN MS MO OK WI",
    _MOUNTAIN: "CO MT NM UT WY",
    _WEST: "CA WA",
    f"{_WEST} {_MOUNTAIN}": "NV",
    f"{_WEST} America/Boise": "OR",
    f"{_EAST} {_CENTRAL}": "FL",
    f"{_CENTRAL} {_MOUNTAIN}": "TX KS NE SD ND",
    f"{_CENTRAL} {_EAST}": "TN",
    f"{_EAST} {_CENTRAL} America/Kentucky/Louisville": "KY",
    "America/Phoenix America/Denver": "AZ",
    "America/Boise America/Los_Angeles": "ID",
    "America/Detroit America/Menominee": "MI",
    "America/Indiana/Indianapolis America/Chicago": "IN",
    "America/Anchorage America/Adak": "AK",
    "Pacific/Honolulu": "HI",
    "America/Edmonton": "AB",
    "America/Vancouver America/Edmonton": "BC",
    "America/Winnipeg": "MB",
    "America/Moncton": "NB",
    "America/Halifax": "NS PE",
    "America/Toronto America/Atikokan America/Winnipeg": "ON",
    "America/Toronto America/Blanc-Sablon": "QC",
    "America/Regina": "SK",
}
"""Two letters of a state or province, by its zones."""
