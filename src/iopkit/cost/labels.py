"""The names of the lines of an estimate."""

from __future__ import annotations

from iopkit.values.texts import Text

IOP_INSURED = Text("IOP days, your part", "Días de IOP, su parte")
IOP_PERHAPS = Text(
    "IOP days, your part, or all if the plan does not cover them",
    "Días de IOP, su parte, o todo si el plan no los cubre",
)
IOP_CHARGED = Text("IOP, full charge", "IOP, cargo completo")
BALANCE_BILL = Text("the rest of the bill", "el resto de la factura")
BALANCE_PERHAPS = Text(
    "the rest of the bill, if the program may ask for it",
    "el resto de la factura, si el programa puede cobrarlo",
)
SECOND_PAYS = Text(
    "paid by the coverage that pays second", "pagado por la cobertura que paga en segundo lugar"
)
ASSISTED = Text("taken off the IOP days", "se descuenta de los días de IOP")
DRIVING = Text("driving there and back", "viaje en auto, ida y vuelta")
FARES = Text("fares", "pasajes")
PARKING = Text("parking", "estacionamiento")
CHILDCARE = Text("childcare", "cuidado de niños")
WORK_MISSED = Text("work missed", "horas de trabajo perdidas")
