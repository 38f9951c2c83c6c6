package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where connections are opened: the handshake of RFC 6455, section 4.2. */
final class SocketDoor implements AutoCloseable {
  private static final Pattern TICKET = Pattern.compile("^GET /link/\\?ticket=([^& ]*)");
  private static final Pattern KEY =
      Pattern.compile("^sec-websocket-key: *(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int LONGEST_HEAD = 16 * 1024;

  private final ServerSocket listener;
  private final Sockets sockets;

  SocketDoor(Sockets sockets) {
    this.sockets = sockets;
    try {
      listener = new ServerSocket();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().name("socket-door").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().name("socket-link").start(() -> open(socket));
      } catch (IOException closed) {
        // Nobody comes any more.
      }
    }
  }

  private void open(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      sockets.gate().pass();
      Matcher key = KEY.matcher(head);
      Matcher ticket = TICKET.matcher(head);
      Optional<String> refusal =
          sockets.refusalOf(ticket.find() ? ticket.group(1) : "", key.find());
      if (refusal.isPresent()) {
        String body = new Refused(refusal.get()).json().toString();
        write(
            socket,
            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
        return;
      }
      write(
          socket,
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accepted(key.group(1))
              + "\r\n\r\n");
      new SocketLink(sockets, socket).serve();
    } catch (IOException broken) {
      // Whoever came is gone.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || head.length() == LONGEST_HEAD) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String accepted(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha1.digest((key + MAGIC).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
