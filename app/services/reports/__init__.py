"""The monthly report: what it says (model, content) and the same content as a workbook; pages are app/ui/printing's."""
