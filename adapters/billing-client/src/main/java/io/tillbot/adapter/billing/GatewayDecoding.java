package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.PaymentGateway.Call;
import io.tillbot.core.billing.model.PaymentGateway.Form;
import io.tillbot.core.billing.model.PaymentGateway.Link;
import io.tillbot.core.billing.model.PaymentGateway.Note;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * getpaymentgw: for each gateway an address, an HTML button or a text. A gateway of which nothing
 * can be shown in plain text is a form: only the client area can show it.
 */
final class GatewayDecoding {
  private static final Pattern CONTROL =
      Pattern.compile(
          "<\\s*(?:form|input|button|script|iframe|select)\\b", Pattern.CASE_INSENSITIVE);

  private GatewayDecoding() {}

  static List<PaymentGateway> gateways(Answer answer) {
    Fields fields = answer.json();
    if (fields.get("methods") instanceof Json.Obj(var methods)
        && methods.keySet().stream().noneMatch(GatewayDecoding::isPosition)) {
      return methods.entrySet().stream()
          .map(gateway -> gateway(gateway.getKey(), gateway.getValue()))
          .toList();
    }
    return fields.rows("methods", "method").stream().map(GatewayDecoding::named).toList();
  }

  private static PaymentGateway named(Fields row) {
    return new PaymentGateway(
        Fields.required(row.text("name", "module", "gateway"), "gateway name"),
        call(Scalars.raw(row.get("call"))));
  }

  private static PaymentGateway gateway(String name, Json value) {
    String call =
        value instanceof Json.Obj object
            ? Scalars.raw(new Fields(object).get("call"))
            : Scalars.raw(value);
    return new PaymentGateway(PlainText.line(name), call(call));
  }

  private static Call call(@Nullable String raw) {
    String text = raw == null ? "" : raw.strip();
    Link link = link(text.contains("<") ? soleAnchor(text) : Parser.unescapeEntities(text, true));
    if (link != null) {
      return link;
    }
    String note = CONTROL.matcher(text).find() ? "" : PlainText.lines(text);
    return note.isEmpty() ? new Form() : new Note(note);
  }

  private static @Nullable Link link(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && uri.getHost() != null ? new Link(uri) : null;
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }

  /** The address of a link that is all there is to see; empty when there is more. */
  private static String soleAnchor(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    List<Element> anchors = body.select("a[href]");
    return anchors.size() == 1
            && anchors.getFirst().text().equals(body.text())
            && !CONTROL.matcher(html).find()
        ? anchors.getFirst().attr("href").strip()
        : "";
  }

  private static boolean isPosition(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
