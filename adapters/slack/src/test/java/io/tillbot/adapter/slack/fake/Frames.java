package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/** Frames of RFC 6455 as a server reads and writes them. Many threads may write. */
final class Frames {
  static final int CONTINUED = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;
  private static final int LARGEST = 1 << 20;

  /** One whole message, or a control frame. */
  record Frame(int opcode, byte[] content) {
    String text() {
      return new String(content, UTF_8);
    }
  }

  private final ReentrantLock writing = new ReentrantLock();
  private final DataInputStream in;
  private final OutputStream out;

  Frames(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /**
   * The next message.
   *
   * @throws IOException when the connection is broken, or a client does not mask what it sends
   */
  Frame read() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int opcode = CONTINUED;
    while (true) {
      int head = in.readUnsignedByte();
      byte[] content = content();
      int kind = head & 0x0f;
      if (kind >= CLOSE) {
        return new Frame(kind, content);
      }
      opcode = kind == CONTINUED ? opcode : kind;
      whole.write(content);
      if ((head & LAST) != 0) {
        return new Frame(opcode, whole.toByteArray());
      }
    }
  }

  private byte[] content() throws IOException {
    int second = in.readUnsignedByte();
    if ((second & MASKED) == 0) {
      throw new IOException("a client masks what it sends");
    }
    long length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if (length > LARGEST) {
      throw new IOException("too much");
    }
    byte[] mask = in.readNBytes(4);
    byte[] content = in.readNBytes((int) length);
    for (int i = 0; i < content.length; i++) {
      content[i] ^= mask[i % 4];
    }
    return content;
  }

  void write(int opcode, byte[] content) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(10);
    head.put((byte) (LAST | opcode));
    if (content.length < 126) {
      head.put((byte) content.length);
    } else if (content.length < 1 << 16) {
      head.put((byte) 126).putShort((short) content.length);
    } else {
      head.put((byte) 127).putLong(content.length);
    }
    writing.lock();
    try {
      out.write(head.array(), 0, head.position());
      out.write(content);
      out.flush();
    } finally {
      writing.unlock();
    }
  }
}
