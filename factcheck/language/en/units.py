"""How English spells units, British and American."""

from __future__ import annotations

from factcheck.language.units import Units

_BEFORE_DEGREES = (
    r"(?:\b(?:of|to|at|by|below|above|over|under|about|around|than|and|between|nearly|almost|reached|reaching|hits?|from|plus|minus"
    r"|least)|[-–−(])[ \u00a0]?$"
)

TABLE = Units(
    measures="""
        % = percent+ | per cent | per cents | per-cent | pct | pc | per centum | of a percent | of a per cent | of one percent | of one per cent | of 1 percent | of 1 per cent
        ‰ = per mille | permille
        个百分点 = percentage point+ | percent point+ | per cent point+ | pp | ppt | ppts | %-point+ | % point+ | pct point+ | pct pt+ | percentage-point+ | percent-point+ | of a percentage point | of a point | of one percentage point
        bp = basis point+ | basis-point+ | of a basis point
        倍 = -fold | fold | x | times
        mm = millimetre+ | millimeter+
        cm = centimetre+ | centimeter+
        m = metre+ | meter+
        km = kilometre+ | kilometer+ | kms
        µm = micrometre+ | micrometer+ | micron+
        nm = nanometre+ | nanometer+
        inch = inches
        ft = foot | feet
        yd = yard+ | yds
        mile = miles | mi
        海里 = nautical mile+
        里 = li
        mm² = square millimetre+ | square millimeter+
        cm² = square centimetre+ | square centimeter+
        m² = square metre+ | square meter+ | sq m | sqm | sq metre+ | sq meter+ | square-metre+ | square-meter+
        km² = square kilometre+ | square kilometer+ | sq km | sq kilometre+ | square-kilometre+ | square-kilometer+ | sqkm
        ha = hectare+
        亩 = mu
        ft² = square foot | square feet | sq foot | sq feet | sqft | square-foot
        mile² = square mile+ | sq mile+ | sq mi | square-mile+
        acre = acres
        mL = cc | millilitre+ | milliliter+
        cL = centilitre+ | centiliter+
        L = litre+ | liter+
        m³ = cubic metre+ | cubic meter+ | cu m | cubic-metre+ | cubic-meter+
        km³ = cubic kilometre+ | cubic kilometer+
        ft³ = cubic foot | cubic feet
        US gal = gallon+
        bushel = bushels
        bbl = barrel+ | bbls | barrels of oil | bpd | b/d
        boe = barrels of oil equivalent
        标准箱 = twenty-foot equivalent unit+ | teu | teus
        µg = microgram+ | microgramme+
        mg = milligram+ | milligramme+
        g = gram+ | gramme+
        kg = kilogram+ | kilogramme+ | kilo+ | kgs
        t = tonne+ | metric ton+ | metric tonne+ | ton+
        kt = kilotonne+ | kiloton+
        Mt = megatonne+ | megaton+
        Gt = gigatonne+ | gigaton+
        斤 = jin | catty | catties
        carat = carats
        lb = pound-mass
        oz = ounce+ | troy ounce+
        吨标准煤 = tonnes of standard coal | tons of standard coal
        吨公里 = tonne-kilometre+ | ton-kilometer+ | tonne kilometre+
        人公里 = passenger-kilometre+ | passenger kilometre+ | passenger-kilometer+
        Wh = watt-hour+ | watt hour+
        kWh = kilowatt-hour+ | kilowatt hour+ | kwh
        MWh = megawatt-hour+ | megawatt hour+ | mwh
        GWh = gigawatt-hour+ | gigawatt hour+ | gwh
        TWh = terawatt-hour+ | terawatt hour+ | twh
        J = joule+
        kJ = kilojoule+
        cal = calorie+
        kcal = kilocalorie+
        W = watt+
        kW = kilowatt+
        MW = megawatt+ | mw
        GW = gigawatt+ | gw
        hp = horsepower
        V = volt+
        kV = kilovolt+ | kv
        Hz = hertz
        kHz = kilohertz
        MHz = megahertz
        GHz = gigahertz
        byte = bytes
        KB = kilobyte+ | kb
        MB = megabyte+ | mb
        GB = gigabyte+ | gb
        TB = terabyte+ | tb
        Mbps = megabits per second | megabit+
        Gbps = gigabits per second | gigabit+
        Pa = pascal+
        dB = decibel+ | db
        °C = degree+ celsius | degree+ centigrade | degrees celsius | degrees centigrade | degrees c | deg c | deg celsius | celsius | celcius
        °F = degree fahrenheit | degrees fahrenheit | degrees f | deg f | fahrenheit
        ° = degree+ | deg
        rad = radian+
        rev = revolution+ | turn+
        rpm = revolutions per minute
        km/h = kilometres per hour | kilometers per hour | kilometres an hour | kilometers an hour | km per hour
        mph = m.p.h. | miles per hour | miles an hour
        mile/gal = mpg | miles per gallon
        kn = knot+
        m/s = metres per second | meters per second
        lb-ft = pound-feet | pound-foot
        秒 = second+ | sec | secs
        ms = millisecond+
        分钟 = minute+ | mins | min
        h = hour+ | hr | hrs
        天 = day+ | working day+ | business day+
        周 = week+
        个月 = month+
        个季度 = quarters
        年 = year+ | yr | yrs
        decade = decades
        century = centuries
        岁 = years old | year old | year-old | years-old | year-old+ | years of age
        个月大 = months old | month old | month-old
        周大 = weeks old | week old | week-old
        天大 = days old | day old | day-old
        人 = people | person+ | men and women
        人次 = person-time+ | passenger trip+
        点 = point+ | index point+
        股 = share+
        元 = yuan | rmb | renminbi | cny | kuai | chinese yuan | yuan renminbi
        角 = jiao | mao
        分钱 = fen
        USD = dollar+ | us dollar+ | u.s. dollar+ | american dollar+ | usd | dlr+ | us$
        ¢ = cent+
        GBP = pound+ | pounds sterling | british pound+ | gbp | sterling | quid
        pence = penny | p
        EUR = euro+ | eur | €
        JPY = yen | japanese yen | jpy
        HKD = hong kong dollar+ | hkd | hk dollar+
        MOP = pataca+
        TWD = taiwan dollar+ | new taiwan dollar+
        SGD = singapore dollar+ | sgd
        AUD = australian dollar+ | aud
        CAD = canadian dollar+ | cad
        NZD = new zealand dollar+ | nzd
        CHF = swiss franc+ | chf
        FRF = franc+ | french franc+
        SEK = swedish krona | swedish kronor | krona | kronor | swedish crown+
        NOK = norwegian krone | norwegian kroner | norwegian crown+
        DKK = danish krone | danish kroner | kroner | krone | danish crown+
        RUB = rouble+ | ruble+ | russian rouble+ | russian ruble+
        INR = rupee+ | indian rupee+ | inr | ரூ
        PKR = pakistani rupee+
        LKR = sri lankan rupee+
        KRW = won | south korean won | korean won
        THB = baht | thai baht
        MYR = ringgit | malaysian ringgit
        IDR = rupiah | indonesian rupiah
        PHP = philippine peso+
        MXN = peso+ | mexican peso+
        VND = dong
        BRL = reais | brazilian real | brazilian reais
        ZAR = rand
        TRY = turkish lira | turkish liras | lira | liras
        SAR = riyal+ | saudi riyal+
        AED = dirham+ | uae dirham+
        ILS = shekel+
        PLN = zloty | zlotys
        DEM = deutsche mark+ | mark+ | deutschmark+
        NLG = guilder+ | dutch guilder+
        FIM = markka | finnish markka
        BTC = bitcoin+ | btc
        satoshi = satoshis
    """,
    persons="",
    counters="jobs",
    nouns="",
    before="""
        USD = $ | $US | US$ | USD | US $ | U.S. $ | USD$ | U.S.$ | usd | usd$
        元 = ¥ | ￥ | RMB | CNY | CN¥ | RMB¥ | rmb | Rmb
        HKD = HK$ | $HK | HKD | HK $
        TWD = NT$ | TWD
        SGD = S$ | $S | SGD | S $ | SG$
        AUD = A$ | $A | AU$ | AUD | AUD$ | aud$ | A $
        CAD = C$ | $C | CAD | C $ | CA$ | CAD$ | c $ | c$
        NZD = NZ$ | $NZ | NZD
        MXN = MXN | MXN$ | mxn$ | MX$
        GBP = £ | GBP | gbp
        EUR = € | EUR | eur
        JPY = JP¥ | JPY | Y=
        CHF = CHF
        SEK = SEK
        NOK = NOK
        DKK = DKK
        INR = ₹ | INR | Rs | Rs.
        KRW = ₩ | KRW
        RUB = ₽ | RUB
        BRL = R$
        MYR = RM | MYR
        THB = ฿ | THB
        IDR = IDR | Rp
        BTC = ₿ | BTC
        ILS = ₪
        VND = ₫
        % = percent of | per cent of | percents of
    """,
    minor="""
        inch = in | ins
    """,
    under="""
        人 = head
    """,
    glued={
        "C": ("°C", _BEFORE_DEGREES),
    },
    per=("/", " per ", " a ", " an ", "-a-", " - a - ", " each ", " every "),
    majors={},
    lookahead={
        "times": (
            r" (?!(?:the|as|more|higher|larger|greater|bigger|faster|that|its|what|over|less|lower|their|his|her)\b)|[^ ]|$",
            "次",
        )
    },
    half={},
    halved="",
    exceeded="",
)
