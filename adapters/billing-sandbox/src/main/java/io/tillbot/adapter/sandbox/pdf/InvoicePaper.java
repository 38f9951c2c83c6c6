package io.tillbot.adapter.sandbox.pdf;

import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.rule.Papers;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Lays out one invoice. Serves one document. */
final class InvoicePaper {

  private final Ink ink;
  private final Invoice invoice;
  private final Client client;
  private final Papers.Kind kind;

  InvoicePaper(Ink ink, Invoice invoice, Client client, Papers.Kind kind) {
    this.ink = ink;
    this.invoice = invoice;
    this.client = client;
    this.kind = kind;
  }

  byte[] print() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(40_000);
    Document document = new Document(PageSize.A4, 48, 48, 110, 64);
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    writer.setPageEvent(new Letterhead(ink, title(), kind));
    document.addTitle(title() + " " + name());
    document.addCreator("Tillbot sandbox");
    document.open();
    document.add(parties());
    document.add(lines());
    document.add(new Totals(ink, invoice, currency()).table());
    document.add(remark());
    document.close();
    return bytes.toByteArray();
  }

  private String title() {
    return switch (kind) {
      case INVOICE -> "INVOICE";
      case PROFORMA -> "PROFORMA INVOICE";
    };
  }

  private String name() {
    return invoice.number().isEmpty() ? "#" + invoice.id() : invoice.number();
  }

  private PdfPTable parties() {
    PdfPTable table = new PdfPTable(new float[] {55, 45});
    table.setWidthPercentage(100);
    table.setSpacingAfter(18);
    PdfPCell to = bare();
    to.addElement(new Paragraph("Invoiced to", ink.regular(8, Ink.GREY)));
    if (!client.profile().company().isEmpty()) {
      to.addElement(new Paragraph(14, client.profile().company(), ink.bold(10.5f, Ink.TEXT)));
    }
    to.addElement(new Paragraph(14, client.profile().fullName(), ink.bold(10.5f, Ink.TEXT)));
    to.addElement(new Paragraph(13, client.address().line1(), body()));
    to.addElement(
        new Paragraph(13, client.address().postcode() + " " + client.address().city(), body()));
    to.addElement(new Paragraph(13, client.address().country(), body()));
    table.addCell(to);
    PdfPTable facts = new PdfPTable(new float[] {45, 55});
    facts.setWidthPercentage(100);
    fact(facts, "Invoice", name());
    fact(facts, "Status", invoice.status().label());
    fact(facts, "Invoice date", invoice.date().toString());
    fact(facts, "Due date", invoice.due().toString());
    if (invoice.paidAt() != null) {
      fact(facts, "Date paid", invoice.paidAt().toLocalDate().toString());
    }
    fact(facts, "Payment method", invoice.method());
    fact(facts, "Client", client.key().id() + " at " + client.key().location());
    PdfPCell right = bare();
    right.addElement(facts);
    table.addCell(right);
    return table;
  }

  private void fact(PdfPTable facts, String name, String value) {
    boolean status = name.equals("Status");
    PdfPCell left = bare();
    left.setPadding(2.5f);
    left.setPhrase(new Phrase(name, ink.regular(9, Ink.GREY)));
    facts.addCell(left);
    PdfPCell right = bare();
    right.setPadding(2.5f);
    right.setHorizontalAlignment(Element.ALIGN_RIGHT);
    right.setPhrase(
        new Phrase(value, status ? ink.bold(9.5f, statusColor()) : ink.regular(9, Ink.TEXT)));
    facts.addCell(right);
  }

  private Color statusColor() {
    return switch (invoice.status()) {
      case PAID -> new Color(0x1E, 0x7B, 0x4B);
      case UNPAID, COLLECTIONS -> new Color(0xB3, 0x2D, 0x2D);
      case PAYMENT_PENDING -> new Color(0xA0, 0x6A, 0x00);
      case DRAFT, CANCELLED, REFUNDED -> Ink.GREY;
    };
  }

  private PdfPTable lines() {
    PdfPTable table = new PdfPTable(new float[] {6, 72, 22});
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    head(table, "#", Element.ALIGN_LEFT);
    head(table, "Description", Element.ALIGN_LEFT);
    head(table, "Amount, " + currency(), Element.ALIGN_RIGHT);
    int number = 1;
    for (Line line : invoice.lines()) {
      cell(table, Integer.toString(number), Element.ALIGN_LEFT, ink.regular(9, Ink.GREY));
      String untaxed = line.taxed() || invoice.taxRate().signum() == 0 ? "" : " (no tax)";
      cell(table, line.text() + untaxed, Element.ALIGN_LEFT, body());
      cell(table, line.amount().toPlainString(), Element.ALIGN_RIGHT, body());
      number++;
    }
    return table;
  }

  private void head(PdfPTable table, String text, int alignment) {
    PdfPCell cell = new PdfPCell(new Phrase(text, ink.bold(9, Color.WHITE)));
    cell.setBackgroundColor(Ink.BRAND);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setHorizontalAlignment(alignment);
    cell.setPadding(7);
    table.addCell(cell);
  }

  private static void cell(PdfPTable table, String text, int alignment, Font font) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(Ink.RULE);
    cell.setBorderWidth(0.6f);
    cell.setHorizontalAlignment(alignment);
    cell.setPadding(7);
    table.addCell(cell);
  }

  private Paragraph remark() {
    String text =
        switch (kind) {
          case INVOICE -> "Thank you for your business.";
          case PROFORMA ->
              "PROFORMA: a request for payment, not a tax invoice. The invoice follows the"
                  + " payment.";
        };
    Paragraph paragraph = new Paragraph(new Chunk(text, ink.regular(9, Ink.GREY)));
    paragraph.setSpacingBefore(26);
    return paragraph;
  }

  private String currency() {
    return client.terms().currency();
  }

  private Font body() {
    return ink.regular(9.5f, Ink.TEXT);
  }

  private static PdfPCell bare() {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    return cell;
  }
}
