package io.tillbot.adapter.sandbox.pdf;

import io.tillbot.adapter.sandbox.rule.Papers;
import java.awt.Color;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** What stands on every page: the letterhead, the footer, and the mark of a proforma. */
final class Letterhead extends PdfPageEventHelper {

  private static final float BAND = 64;
  private static final float MARGIN = 48;

  private final Ink ink;
  private final String title;
  private final Papers.Kind kind;

  Letterhead(Ink ink, String title, Papers.Kind kind) {
    this.ink = ink;
    this.title = title;
    this.kind = kind;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    Rectangle page = document.getPageSize();
    PdfContentByte under = writer.getDirectContentUnder();
    under.saveState();
    under.setColorFill(Ink.BRAND);
    under.rectangle(0, page.getHeight() - BAND, page.getWidth(), BAND);
    under.fill();
    under.restoreState();
    if (kind == Papers.Kind.PROFORMA) {
      watermark(under, page);
    }
    PdfContentByte over = writer.getDirectContent();
    float baseline = page.getHeight() - 34;
    left(over, new Phrase("Sandbox Hosting", ink.bold(17, Color.WHITE)), baseline);
    left(
        over,
        new Phrase(
            "1 Example Street, Exampletown · billing@sandbox.example",
            ink.regular(8, new Color(0xC9, 0xD6, 0xE6))),
        baseline - 15);
    right(over, page, new Phrase(title, ink.bold(14, Color.WHITE)), baseline);
    left(
        over,
        new Phrase(
            "Simulated document: nothing is owed and nothing was sold.", ink.regular(8, Ink.GREY)),
        36);
    right(over, page, new Phrase("Page " + writer.getPageNumber(), ink.regular(8, Ink.GREY)), 36);
  }

  private void watermark(PdfContentByte under, Rectangle page) {
    under.saveState();
    PdfGState faint = new PdfGState();
    faint.setFillOpacity(0.10f);
    under.setGState(faint);
    under.setColorFill(Ink.BRAND);
    under.beginText();
    under.setFontAndSize(ink.boldBase(), 88);
    under.showTextAligned(
        Element.ALIGN_CENTER, "PROFORMA", page.getWidth() / 2, page.getHeight() / 2 - 60, 35);
    under.endText();
    under.restoreState();
  }

  private static void left(PdfContentByte canvas, Phrase phrase, float y) {
    ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, phrase, MARGIN, y, 0);
  }

  private static void right(PdfContentByte canvas, Rectangle page, Phrase phrase, float y) {
    ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, phrase, page.getWidth() - MARGIN, y, 0);
  }
}
