"""Big cities by the zone whose clock they follow: a table of our own, since the database names few of them.

Zones stand in the order in which they are offered, the likeliest first. Names are written without marks, in small
letters; one that stands under several zones is asked about. The database's own cities need no row.
"""

CITIES = {
    "America/New_York": (
        "montpelier, harrisburg, frankfort, dover, nyc, new york city, ny city, manhattan, brooklyn, "
        "queens, bronx, the bronx, staten island, long island, boston, cambridge, worcester, springfield, "
        "providence, hartford, new haven, bridgeport, stamford, newark, jersey city, trenton, princeton, "
        "philadelphia, philly, pittsburgh, allentown, baltimore, annapolis, washington, washington dc, dc, "
        "district of columbia, richmond, norfolk, virginia beach, arlington, charlotte, raleigh, durham, "
        "greensboro, charleston, columbia, greenville, savannah, augusta, atlanta, athens ga, jacksonville, "
        "miami, fort lauderdale, west palm beach, orlando, tampa, st petersburg fl, sarasota, naples fl, "
        "tallahassee, gainesville, cleveland, columbus, cincinnati, toledo oh, toledo, akron, dayton, "
        "knoxville, chattanooga, lexington, buffalo, rochester, albany, syracuse, ithaca, burlington, "
        "portland, bangor, manchester, concord, salem, alexandria, chesapeake, winston salem, port st "
        "lucie, st petersburg, cary, hialeah, cape coral, key west, hoboken, white plains, yonkers, "
        "youngstown, erie, scranton, wilmington, bethesda, rockville, reston, tysons, fairfax, research "
        "triangle, naples, atl, boca raton, fort myers, clearwater, myrtle beach, roanoke, newport news, "
        "canton oh, paterson, edison, lowell, nashua, new brunswick nj"
    ),
    "America/Chicago": (
        "jefferson city, pierre, dallas, fort worth, houston, austin, san antonio, plano, irving, "
        "galveston, corpus christi, lubbock, amarillo, laredo, waco, mcallen, milwaukee, madison, green "
        "bay, minneapolis, st paul, duluth, rochester, st louis, kansas city, springfield, des moines, "
        "cedar rapids, omaha, lincoln, wichita, topeka, oklahoma city, tulsa, little rock, memphis, "
        "nashville, new orleans, baton rouge, lafayette, shreveport, jackson, biloxi, birmingham, "
        "huntsville, mobile, montgomery, pensacola, peoria, rockford, naperville, aurora, fargo, bismarck, "
        "sioux falls, columbia, paris texas, garland, arlington, frisco, mckinney, round rock, the "
        "woodlands, sugar land, midland, odessa, nola, evansville, gary, overland park, schaumburg, "
        "evanston, ames, iowa city, davenport, sioux city, springfield mo, fayetteville, bentonville, st "
        "cloud, grand forks, brownsville, killeen, denton, tuscaloosa, joliet, champaign"
    ),
    "America/Los_Angeles": (
        "la, san francisco, san diego, san jose, oakland, berkeley, palo alto, mountain view, silicon "
        "valley, sunnyvale, santa clara, cupertino, sacramento, fresno, bakersfield, long beach, anaheim, "
        "irvine, riverside, pasadena, hollywood, santa monica, santa barbara, monterey, stockton, modesto, "
        "las vegas, reno, carson city, henderson, seattle, tacoma, bellevue, redmond, olympia, spokane, "
        "vancouver wa, portland, eugene, salem, bend, richmond, concord, oxnard, santa rosa, san "
        "bernardino, sf, vegas, north las vegas, santa ana, chula vista, fremont, glendale, santa cruz, "
        "kirkland, everett, hillsboro, beaverton, burbank, san mateo, mountain view ca, orange county, "
        "santa clarita, ventura, visalia, moreno valley, yakima, medford, escondido, carlsbad, malibu, "
        "napa, beverly hills"
    ),
    "America/Denver": (
        "albuquerque, santa fe, salt lake city, provo, ogden, colorado springs, boulder, fort collins, "
        "aurora, el paso, cheyenne, casper, billings, bozeman, helena, missoula, las cruces, rapid city, "
        "lakewood, st george, pueblo, rio rancho"
    ),
    "America/Phoenix": (
        "tucson, mesa, scottsdale, tempe, chandler, flagstaff, glendale az, yuma, glendale, gilbert, peoria "
        "az, surprise, sedona"
    ),
    "America/Anchorage": "fairbanks, cordova",
    "Pacific/Honolulu": "hilo, maui, oahu, waikiki, kauai",
    "America/Detroit": "ann arbor, grand rapids, lansing, flint, dearborn, kalamazoo",
    "America/Indiana/Indianapolis": "fort wayne, south bend, bloomington, lafayette",
    "America/Boise": "nampa, twin falls, pocatello, idaho falls",
    "America/Toronto": (
        "ottawa, montreal, quebec city, laval, gatineau, hamilton, hamilton on, mississauga, brampton, "
        "markham, kitchener, waterloo, windsor, thunder bay, sudbury, london ontario, kingston on"
    ),
    "America/Vancouver": "victoria, burnaby, surrey, kelowna, nanaimo, richmond",
    "America/Edmonton": "calgary, banff, red deer, lethbridge, yellowknife",
    "America/Winnipeg": "brandon",
    "America/Regina": "saskatoon",
    "America/Halifax": "charlottetown, prince edward island, pei",
    "America/Moncton": "fredericton, saint john nb",
    "America/St_Johns": "newfoundland, st johns",
    "America/Sao_Paulo": (
        "rio de janeiro, rio, brasilia, belo horizonte, curitiba, porto alegre, campinas, santos, goiania, "
        "florianopolis, vitoria, guarulhos, niteroi, ribeirao preto, londrina, joinville, uberlandia, "
        "osasco, sorocaba, alphaville, pelotas"
    ),
    "America/Bahia": "salvador, salvador da bahia, feira de santana",
    "America/Fortaleza": "natal, joao pessoa, sao luis, teresina",
    "America/Maceio": "aracaju",
    "America/Belem": "macapa",
    "America/Mexico_City": (
        "cdmx, guadalajara, puebla, leon, queretaro, veracruz, toluca, acapulco, oaxaca, morelia, san luis "
        "potosi, aguascalientes, zapopan, ciudad de mexico"
    ),
    "America/Monterrey": "saltillo, torreon, san pedro garza garcia",
    "America/Tijuana": "mexicali, ensenada",
    "America/Cancun": "playa del carmen, tulum, chetumal",
    "America/Chihuahua": "chihuahua city",
    "America/Ciudad_Juarez": "juarez",
    "America/Mazatlan": "culiacan, cabo san lucas, los cabos, tepic",
    "America/Argentina/Buenos_Aires": "la plata, mar del plata, caba",
    "America/Argentina/Cordoba": "rosario, santa fe, cordoba",
    "America/Santiago": "valparaiso, vina del mar, concepcion, antofagasta",
    "America/Bogota": "medellin, cali, barranquilla, cartagena, bucaramanga",
    "America/Lima": "cusco, cuzco, arequipa, trujillo, callao",
    "America/Caracas": "maracaibo, valencia, barquisimeto",
    "America/La_Paz": "santa cruz de la sierra, cochabamba, sucre, santa cruz",
    "America/Guayaquil": "quito, cuenca",
    "America/Montevideo": "punta del este",
    "America/Asuncion": "ciudad del este",
    "America/Panama": "panama city, colon",
    "America/Costa_Rica": "san jose",
    "America/Puerto_Rico": "san juan, ponce, bayamon",
    "America/Havana": "santiago de cuba",
    "America/Santo_Domingo": "santiago de los caballeros, punta cana",
    "America/Jamaica": "kingston, montego bay",
    "America/Tegucigalpa": "san pedro sula",
    "Europe/London": (
        "dover, manchester, birmingham, liverpool, leeds, sheffield, bristol, nottingham, leicester, "
        "newcastle, oxford, cambridge, southampton, portsmouth, brighton, reading, coventry, edinburgh, "
        "glasgow, aberdeen, dundee, cardiff, swansea, belfast, milton keynes, canary wharf, hull, bradford, "
        "plymouth, derby, stoke on trent, wolverhampton, norwich, luton, slough, bath, exeter, inverness"
    ),
    "Europe/Dublin": "cork, galway, limerick, waterford",
    "Europe/Berlin": (
        "munich, muenchen, munchen, frankfurt, frankfurt am main, hamburg, cologne, koeln, koln, "
        "dusseldorf, duesseldorf, stuttgart, leipzig, dresden, hanover, hannover, nuremberg, nuernberg, "
        "nurnberg, bremen, essen, dortmund, bonn, duisburg, bochum, wuppertal, bielefeld, mannheim, "
        "karlsruhe, wiesbaden, augsburg, aachen, kiel, lubeck, mainz, freiburg, erfurt, rostock, kassel, "
        "potsdam, saarbrucken, magdeburg, heidelberg, ulm, regensburg, wurzburg, munster, braunschweig, "
        "chemnitz, halle, walldorf, mecklenburg vorpommern, wolfsburg, ingolstadt, gottingen, paderborn, "
        "osnabruck, oldenburg, darmstadt, krefeld, jena, trier, konstanz, gelsenkirchen, monchengladbach"
    ),
    "Europe/Paris": (
        "marseille, marseilles, lyon, lyons, toulouse, nice, nantes, strasbourg, strassburg, montpellier, "
        "bordeaux, lille, rennes, reims, le havre, grenoble, dijon, nancy, metz, cannes, toulon, ajaccio, "
        "corsica, brittany, normandy, provence, nimes, angers, sophia antipolis"
    ),
    "Europe/Lisbon": "porto, oporto, braga, coimbra, faro, lisboa",
    "Europe/Madrid": (
        "barcelona, valencia, seville, sevilla, bilbao, malaga, zaragoza, granada, cordoba, murcia, "
        "alicante, palma, mallorca, majorca, ibiza, salamanca, valladolid, toledo, leon, cartagena, merida, "
        "a coruna, vigo"
    ),
    "Atlantic/Canary": "las palmas, tenerife, gran canaria, lanzarote, fuerteventura",
    "Europe/Rome": (
        "roma, milan, milano, mailand, naples, napoli, turin, torino, florence, firenze, venice, venezia, "
        "bologna, genoa, genova, palermo, verona, bari, catania, pisa, padua, parma, trieste, sicily, "
        "sardinia, lombardy, tuscany, sardegna, sicilia, brescia, modena, bergamo"
    ),
    "Europe/Amsterdam": "rotterdam, the hague, den haag, utrecht, eindhoven, groningen, maastricht, delft",
    "Europe/Brussels": (
        "bruxelles, brussel, antwerp, antwerpen, ghent, gent, bruges, liege, leuven, charleroi, namur"
    ),
    "Europe/Zurich": (
        "geneva, geneve, genf, basel, bern, berne, lausanne, lugano, lucerne, luzern, st gallen, zug"
    ),
    "Europe/Vienna": "wien, graz, linz, salzburg, innsbruck, klagenfurt",
    "Europe/Stockholm": "gothenburg, goteborg, malmo, uppsala",
    "Europe/Oslo": "bergen, trondheim, stavanger",
    "Europe/Copenhagen": "kobenhavn, aarhus, odense, aalborg",
    "Europe/Helsinki": "espoo, tampere, turku, oulu",
    "Europe/Warsaw": (
        "warszawa, krakow, cracow, lodz, wroclaw, breslau, poznan, gdansk, danzig, szczecin, katowice, lublin"
    ),
    "Europe/Prague": "praha, brno, ostrava, plzen, pilsen",
    "Europe/Budapest": "debrecen, szeged, pecs, magyarorszag",
    "Europe/Bucharest": "cluj, cluj napoca, timisoara, iasi, brasov, constanta, bucuresti",
    "Europe/Athens": "thessaloniki, patras, heraklion, crete, piraeus, athens",
    "Europe/Sofia": "plovdiv, varna",
    "Europe/Belgrade": "novi sad, nis, beograd, kosovo, pristina",
    "Europe/Zagreb": "split, dubrovnik, rijeka, hrvatska",
    "Europe/Ljubljana": "maribor",
    "Europe/Bratislava": "kosice",
    "Europe/Vilnius": "kaunas",
    "Europe/Tallinn": "tartu",
    "Europe/Kyiv": "kiev, kharkiv, kharkov, odesa, odessa, lviv, dnipro, zaporizhzhia",
    "Europe/Istanbul": "ankara, izmir, antalya, bursa, adana, constantinople",
    "Asia/Kolkata": (
        "calcutta, mumbai, bombay, delhi, new delhi, bangalore, bengaluru, chennai, madras, hyderabad, "
        "secunderabad, pune, poona, ahmedabad, surat, jaipur, lucknow, kanpur, nagpur, indore, bhopal, "
        "patna, vadodara, baroda, ludhiana, agra, nashik, varanasi, kochi, cochin, coimbatore, madurai, "
        "mysore, mysuru, mangalore, mangaluru, visakhapatnam, vizag, vijayawada, thiruvananthapuram, "
        "trivandrum, gurgaon, gurugram, noida, ghaziabad, faridabad, navi mumbai, thane, bhubaneswar, "
        "guwahati, ranchi, raipur, amritsar, srinagar, dehradun, shimla, panaji, rajkot, jodhpur, udaipur, "
        "allahabad, prayagraj, pondicherry, tiruchirappalli, gwalior, jabalpur, ncr, hubli, aurangabad, "
        "kashmir, jamshedpur, warangal, salem, kozhikode, calicut, thrissur, bhiwadi, mohali, howrah, "
        "meerut, dhanbad, jammu, guntur, siliguri, bhilai, tirupati, hosur"
    ),
    "Asia/Karachi": "lahore, islamabad, rawalpindi, faisalabad, multan, peshawar, quetta, sialkot",
    "Asia/Dhaka": "chittagong, chattogram, sylhet, dacca",
    "Asia/Colombo": "kandy, galle, ceylon, sri jayawardenepura",
    "Asia/Kathmandu": "pokhara",
    "Asia/Dubai": "abu dhabi, sharjah, ajman, al ain, fujairah, ras al khaimah",
    "Asia/Riyadh": "jeddah, jiddah, mecca, makkah, medina, dammam, khobar",
    "Asia/Kuwait": "kuwait city",
    "Asia/Qatar": "doha",
    "Asia/Bahrain": "manama",
    "Asia/Baghdad": "basra, mosul, erbil",
    "Asia/Tehran": "mashhad, isfahan, tabriz, shiraz, persia",
    "Asia/Jerusalem": "tel aviv, haifa, beersheba",
    "Africa/Cairo": "alexandria, giza",
    "Africa/Johannesburg": (
        "cape town, durban, pretoria, soweto, port elizabeth, bloemfontein, joburg, gauteng, western cape, "
        "kwazulu natal, sandton, east london"
    ),
    "Africa/Lagos": "abuja, kano, ibadan, port harcourt, west central africa",
    "Africa/Nairobi": "mombasa, kisumu",
    "Africa/Casablanca": "rabat, marrakech, marrakesh, fez, tangier, agadir",
    "Africa/Algiers": "oran, alger",
    "Africa/Tunis": "sfax, sousse",
    "Africa/Accra": "kumasi",
    "Africa/Dar_es_Salaam": "dodoma, zanzibar, arusha",
    "Africa/Douala": "yaounde",
    "Africa/Abidjan": "yamoussoukro",
    "Asia/Almaty": "astana, nur sultan, shymkent, alma ata",
    "Asia/Tashkent": "bukhara",
    "Asia/Bangkok": "phuket, chiang mai, pattaya, krung thep, siam",
    "Asia/Ho_Chi_Minh": (
        "ho chi minh city, hcmc, saigon, hanoi, ha noi, da nang, danang, haiphong, can tho, hue"
    ),
    "Asia/Yangon": "rangoon, mandalay, naypyidaw",
    "Asia/Phnom_Penh": "siem reap",
    "Asia/Jakarta": (
        "surabaya, bandung, medan, semarang, yogyakarta, batam, java, sumatra, tangerang, bekasi, depok, "
        "palembang"
    ),
    "Asia/Makassar": "bali, denpasar, lombok, balikpapan, ujung pandang, manado",
    "Asia/Kuala_Lumpur": "kl, penang, george town, johor bahru, ipoh, malacca, melaka, putrajaya, cyberjaya",
    "Asia/Kuching": "kota kinabalu, sabah, sarawak",
    "Asia/Manila": (
        "cebu, cebu city, davao, quezon city, makati, taguig, pasig, bgc, iloilo, metro manila, luzon, "
        "mindanao, visayas, baguio, clark, mandaluyong"
    ),
    "Asia/Shanghai": (
        "beijing, peking, guangzhou, canton, shenzhen, chengdu, chongqing, tianjin, wuhan, hangzhou, "
        "nanjing, xian, suzhou, dalian, qingdao, xiamen, shenyang, harbin, dongguan, ningbo, changsha, "
        "kunming, fuzhou, jinan, zhengzhou, foshan, hunan, guangdong, sichuan, tibet, inner mongolia, wuxi, "
        "hefei, nanning, taiyuan, changchun, urumqi city"
    ),
    "Asia/Hong_Kong": "hongkong, kowloon",
    "Asia/Taipei": "kaohsiung, taichung, tainan, hsinchu, formosa",
    "Asia/Tokyo": (
        "osaka, kyoto, yokohama, nagoya, sapporo, fukuoka, kobe, hiroshima, sendai, okinawa, kawasaki, "
        "hokkaido, saitama, chiba"
    ),
    "Asia/Seoul": "busan, pusan, incheon, daegu, daejeon, gwangju",
    "Australia/Sydney": "canberra, newcastle, wollongong, parramatta",
    "Australia/Melbourne": "geelong, ballarat, bendigo",
    "Australia/Brisbane": "gold coast, cairns, townsville, sunshine coast, toowoomba",
    "Australia/Perth": "fremantle, bunbury",
    "Australia/Darwin": "alice springs",
    "Australia/Hobart": "launceston",
    "Pacific/Auckland": "wellington, christchurch, hamilton, hamilton nz, dunedin, queenstown, tauranga",
    "Pacific/Guam": "hagatna",
    "Pacific/Fiji": "suva, nadi",
    "Pacific/Port_Moresby": "lae, png",
    "Indian/Mauritius": "port louis",
    "Asia/Ulaanbaatar": "ulan bator",
    "Pacific/Easter": "easter island",
    "Europe/Moscow": (
        "moskva, saint petersburg, st petersburg, kazan, nizhny novgorod, rostov, rostov on don, sochi, "
        "krasnodar, voronezh, murmansk, tatarstan"
    ),
    "Europe/Samara": "togliatti, izhevsk",
    "Asia/Yekaterinburg": "ekaterinburg, chelyabinsk, ufa, perm, tyumen",
    "Asia/Novosibirsk": "akademgorodok",
    "Asia/Vladivostok": "khabarovsk",
    "America/Guatemala": "guatemala city",
    "America/El_Salvador": "san salvador",
    "America/Guyana": "georgetown",
    "America/Barbados": "bridgetown",
    "America/Belize": "belmopan, belize city",
    "America/Curacao": "willemstad",
    "America/Aruba": "oranjestad",
    "Asia/Aden": "sanaa, sana",
    "Asia/Brunei": "bandar seri begawan",
    "Africa/Porto-Novo": "cotonou",
    "Africa/Blantyre": "lilongwe",
    "Europe/Malta": "valletta",
    "Pacific/Guadalcanal": "honiara",
    "Pacific/Tahiti": "papeete",
    "Indian/Maldives": "male",
    "Europe/Tirane": "tirana",
    "Europe/Simferopol": "crimea, sevastopol",
    "America/Anguilla": "the valley",
    "America/Antigua": "st johns",
    "America/St_Kitts": "basseterre",
    "America/St_Lucia": "castries",
    "America/St_Vincent": "kingstown",
    "America/Grenada": "st georges",
    "America/Dominica": "roseau",
    "America/Tortola": "road town",
    "America/St_Thomas": "charlotte amalie",
    "America/Cayman": "george town",
    "America/Martinique": "fort de france",
    "Atlantic/Bermuda": "hamilton",
    "Atlantic/Cape_Verde": "praia",
    "Atlantic/Stanley": "port stanley",
    "Africa/Mbabane": "lobamba",
    "Africa/Banjul": "serekunda",
    "Indian/Comoro": "moroni",
    "Indian/Mahe": "victoria",
    "Pacific/Pohnpei": "palikir",
    "Pacific/Tongatapu": "nukualofa",
    "Pacific/Efate": "port vila",
    "Pacific/Palau": "ngerulmud, koror",
    "Pacific/Nauru": "yaren",
    "Pacific/Rarotonga": "avarua",
    "Africa/Kampala": "entebbe",
    "Africa/Luanda": "benguela",
    "Africa/Bujumbura": "gitega",
    "Africa/Lusaka": "ndola",
    "Africa/Harare": "bulawayo",
    "Africa/Maputo": "beira",
    "Africa/Windhoek": "swakopmund",
    "Asia/Nicosia": "limassol, larnaca",
    "Asia/Damascus": "aleppo",
    "Asia/Tbilisi": "batumi",
    "Asia/Muscat": "salalah",
    "Asia/Vientiane": "luang prabang",
    "Atlantic/Azores": "ponta delgada",
    "Atlantic/Madeira": "funchal",
    "America/Nassau": "freeport",
    "America/Cayenne": "kourou",
    "Europe/Vaduz": "schaan",
    "Europe/Sarajevo": "banja luka",
    "Europe/Minsk": "gomel",
    "Europe/Riga": "daugavpils",
    "Africa/Mogadishu": "hargeisa",
    "Africa/Tripoli": "benghazi",
    "Africa/Khartoum": "omdurman",
    "Africa/Lubumbashi": "katanga",
    "America/Recife": "olinda",
    "America/Adak": "aleutian islands",
    "Australia/Lord_Howe": "lord howe island",
    "Pacific/Bougainville": "bougainville island",
    "Pacific/Chatham": "chatham islands",
    "Pacific/Kiritimati": "kiritimati island, christmas island kiribati",
}
