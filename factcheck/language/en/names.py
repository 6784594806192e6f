"""How English names of bodies, projects and people are made."""

from __future__ import annotations

from factcheck.language.names import NameWords

TABLE = NameWords(
    spaced=True,
    closings=(
        "Agency Association Authority Bank Board Bureau Centre Center Clinic Club College Commission Committee Company Congress "
        "Corporation Council Court Department Directorate Division Federation Foundation Forum Fund Gallery Group Hospital "
        "Initiative Institute Laboratory Library Ltd Ministry Museum Office Parliament Partnership Programme Program Project "
        "School Scheme Service Society Station Summit Treasury Trust Union University"
    ),
    openings="Ministry Department University Bank Institute Board Office Academy Chamber Federation Association Museum Bureau",
    not_behind="",
    bounds="",
    joiners="of for and the & in on",
    counted="",
    offices=(
        "minister secretary president chairman chairwoman chair chairperson director director-general executive mayor governor "
        "commissioner ambassador spokesman spokeswoman spokesperson treasurer councillor senator chancellor premier principal "
        "superintendent curator"
    ),
    surnames="",
    surnames_of_two="",
    behind_person="",
    honorifics="Mr Mrs Ms Mdm Dr Prof Professor Sir Dame Lord Lady",
    no_names=(
        "The A An This That These Those It He She We They I You Our Their His Her My Your In On At By For From To Of "
        "With As If But "
        "And Or Nor So Yet When While Where Who What Why How There Here Then Thus Also After Before Since Until During Under Over "
        "Between Among Through Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
        "August September October November December Annex Appendix Table Figure Chapter Section Article Part Rule Act Bill "
        "Mr Mrs Ms Mdm Dr Prof Professor Sir Dame Lord Lady Not No Yes All Inc "
        "Some Many Most More Each Every Both Other Another"
    ),
    telling=(
        "first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine ten "
        "i ii iii iv v vi vii viii ix x north south east west northern southern eastern western northeast northwest southeast "
        "southwest upper lower inner outer greater central new old great little big small men women boys girls junior senior "
        "male female national federal state local"
    ),
    ranks="deputy vice assistant acting associate interim co- designate permanent under shadow parliamentary",
    taken_for=(
        ("Agency", "Authority"),
        ("Committee", "Commission"),
        ("Centre", "Center"),
        ("Programme", "Program"),
        ("Institution", "Institute"),
        ("Council", "Board"),
        ("Bureau", "Office"),
        ("Association", "Society"),
    ),
    past="former then ex- outgoing late",
)
