package io.tillbot.adapter.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Facts as bytes: the form's number, how many facts, then name and value of each, every text as its
 * length and its UTF-16 units, so that it comes back as it was whatever it holds.
 */
final class Facts {
  private static final int FORM = 1;

  private Facts() {}

  static byte[] encode(Map<String, String> facts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      data.writeByte(FORM);
      data.writeInt(facts.size());
      for (Map.Entry<String, String> fact : new TreeMap<>(facts).entrySet()) {
        write(data, fact.getKey());
        write(data, fact.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What {@link #encode} made.
   *
   * @throws StoreException when it has a form that is unknown here
   */
  static Map<String, String> decode(byte[] bytes) {
    try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (data.readUnsignedByte() != FORM) {
        throw new StoreException("What was stored has a form that is unknown here");
      }
      Map<String, String> facts = new HashMap<>();
      for (int left = data.readInt(); left > 0; left--) {
        facts.put(read(data), read(data));
      }
      return facts;
    } catch (IOException e) {
      throw new StoreException("What was stored ends too early", e);
    }
  }

  private static void write(DataOutputStream data, String text) throws IOException {
    data.writeInt(text.length());
    data.writeChars(text);
  }

  private static String read(DataInputStream data) throws IOException {
    int length = data.readInt();
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < length; n++) {
      text.append(data.readChar());
    }
    return text.toString();
  }
}
