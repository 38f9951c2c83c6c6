package io.tillbot.adapter.sandbox.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** The fonts and colours of the paper. The fonts are embedded, and hold Cyrillic and Greek. */
final class Ink {

  static final Color BRAND = new Color(0x1F, 0x3A, 0x5F);
  static final Color PALE = new Color(0xF1, 0xF4, 0xF8);
  static final Color RULE = new Color(0xD5, 0xDC, 0xE5);
  static final Color GREY = new Color(0x6B, 0x76, 0x84);
  static final Color TEXT = new Color(0x1C, 0x21, 0x28);

  private final BaseFont regular = load("LiberationSans-Regular.ttf");
  private final BaseFont bold = load("LiberationSans-Bold.ttf");

  Font regular(float size, Color color) {
    return new Font(regular, size, Font.NORMAL, color);
  }

  Font bold(float size, Color color) {
    return new Font(bold, size, Font.NORMAL, color);
  }

  BaseFont boldBase() {
    return bold;
  }

  private static BaseFont load(String name) {
    try (InputStream file = Liberation.class.getResourceAsStream("/liberation/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the font is missing from the class path: " + name);
      }
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
