package io.tillbot.adapter.sandbox.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A record on the disk: eight digits of checksum, a blank, JSON on one line, a line's end. */
final class Frame {

  private static final int DIGITS = 8;

  private Frame() {}

  static byte[] wrap(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[DIGITS + 1 + body.length + 1];
    System.arraycopy(checksum(body).getBytes(StandardCharsets.US_ASCII), 0, frame, 0, DIGITS);
    frame[DIGITS] = ' ';
    System.arraycopy(body, 0, frame, DIGITS + 1, body.length);
    frame[frame.length - 1] = '\n';
    return frame;
  }

  /** The JSON of a line without its end; empty where the line is not whole. */
  static Optional<String> unwrap(byte[] line) {
    if (line.length <= DIGITS || line[DIGITS] != ' ') {
      return Optional.empty();
    }
    String told = new String(line, 0, DIGITS, StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOfRange(line, DIGITS + 1, line.length);
    return told.equals(checksum(body))
        ? Optional.of(new String(body, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  static void write(FileChannel channel, byte[] frame) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static String checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
