package io.tillbot.adapter.sandbox.pdf;

import io.tillbot.adapter.sandbox.book.Invoice;
import java.math.BigDecimal;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The sums below an invoice's lines. */
final class Totals {

  private final Ink ink;
  private final Invoice invoice;
  private final String currency;

  Totals(Ink ink, Invoice invoice, String currency) {
    this.ink = ink;
    this.invoice = invoice;
    this.currency = currency;
  }

  PdfPTable table() {
    PdfPTable table = new PdfPTable(new float[] {60, 40});
    table.setWidthPercentage(46);
    table.setHorizontalAlignment(Element.ALIGN_RIGHT);
    table.setSpacingBefore(10);
    table.setKeepTogether(true);
    total(table, "Subtotal", invoice.subtotal(), Weight.PLAIN);
    total(table, "Tax " + invoice.taxRate().toPlainString() + " %", invoice.tax(), Weight.PLAIN);
    total(table, "Credit applied", invoice.credit(), Weight.PLAIN);
    total(table, "Total", invoice.total(), Weight.STRONG);
    if (invoice.paid().signum() > 0) {
      total(table, "Payments received", invoice.paid(), Weight.PLAIN);
    }
    total(table, "Balance due", invoice.balance(), Weight.STRONGEST);
    return table;
  }

  private enum Weight {
    PLAIN,
    STRONG,
    STRONGEST
  }

  private void total(PdfPTable table, String name, BigDecimal amount, Weight weight) {
    Font font =
        switch (weight) {
          case PLAIN -> ink.regular(9.5f, Ink.TEXT);
          case STRONG -> ink.bold(9.5f, Ink.TEXT);
          case STRONGEST -> ink.bold(11, Ink.BRAND);
        };
    for (String text : new String[] {name, amount.toPlainString() + " " + currency}) {
      PdfPCell cell = new PdfPCell(new Phrase(text, font));
      cell.setBorder(weight == Weight.STRONGEST ? Rectangle.TOP : Rectangle.NO_BORDER);
      cell.setBorderColor(Ink.BRAND);
      cell.setPadding(5);
      if (weight == Weight.STRONGEST) {
        cell.setBackgroundColor(Ink.PALE);
        cell.setPaddingBottom(8);
      }
      cell.setHorizontalAlignment(text.equals(name) ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
      table.addCell(cell);
    }
  }
}
