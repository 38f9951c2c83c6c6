package io.tillbot.adapter.sandbox.answer;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.tillbot.adapter.sandbox.choice.Shape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one answer's tree as JSON in a given look. Serves one answer. */
final class TreeWriter {

  private final Look look;
  private final Values values;
  private final StringWriter text = new StringWriter(1024);
  private final JsonWriter json = new JsonWriter(text);

  TreeWriter(Look look) {
    this.look = look;
    this.values = new Values(look);
    json.setFormattingStyle(FormattingStyle.COMPACT);
    json.setHtmlSafe(false);
  }

  byte[] write(Node node) {
    try {
      writeNode(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void writeNode(Node node) throws IOException {
    switch (node) {
      case Node.Fields fields -> writeFields(fields);
      case Node.Items items -> writeItems(items.elements());
      case Node.Word(String value) -> json.value(value);
      case Node.Code(int value) -> json.value(value);
      case Node.Text(String value) -> json.value(values.text(value));
      case Node.Whole(long value) -> {
        if (look.numbers() == Shape.Numbers.NUMBER) {
          json.value(value);
        } else {
          json.value(Long.toString(value));
        }
      }
      case Node.Amount amount -> {
        if (look.numbers() == Shape.Numbers.NUMBER) {
          json.value(amount.value());
        } else {
          json.value(values.amount(amount.value()));
        }
      }
      case Node.Currency(String code) -> json.value(code);
      case Node.Result(String documented) -> json.value(values.result(documented));
      case Node.Flag flag -> writeFlag(flag);
      case Node.Day day -> writeText(values.day(day));
      case Node.Moment moment -> writeText(values.moment(moment));
    }
  }

  private void writeText(Values.Date date) throws IOException {
    switch (date) {
      case Values.Date.Shown(String shown) -> json.value(shown);
      case Values.Date.Nothing() -> json.nullValue();
      case Values.Date.LeftOut() -> throw new IllegalStateException("a date that has no key");
    }
  }

  private void writeFlag(Node.Flag flag) throws IOException {
    boolean value = flag.value();
    switch (values.form(flag)) {
      case AS_DOCUMENTED -> throw new IllegalStateException("resolved before");
      case BOOLEAN -> json.value(value);
      case TEXT -> json.value(value ? "true" : "false");
      case NUMBER -> json.value(value ? 1 : 0);
      case DIGIT -> json.value(value ? "1" : "0");
      case LETTER -> json.value(value ? "Y" : "N");
    }
  }

  private void writeFields(Node.Fields fields) throws IOException {
    json.beginObject();
    for (Node.Entry entry : fields.entries()) {
      if (isLeftOut(entry.value())) {
        continue;
      }
      json.name(keyOf(entry));
      writeNode(entry.value());
      if (entry.value() instanceof Node.Result && look.results() == Shape.Results.WITH_CODE) {
        json.name("code").value(0);
      }
    }
    json.endObject();
  }

  private String keyOf(Node.Entry entry) {
    if (!(entry.value() instanceof Node.Currency)) {
      return entry.key();
    }
    return switch (look.currencyKeys()) {
      case AS_DOCUMENTED -> entry.key();
      case CURRENCY -> "currency";
      case CURRENCYCODE -> "currencycode";
      case CURRENCY_CODE -> "currency_code";
    };
  }

  private boolean isLeftOut(Node node) {
    return switch (node) {
      case Node.Items items ->
          items.elements().isEmpty() && look.emptyLists() == Shape.EmptyLists.MISSING;
      case Node.Day day -> values.day(day) instanceof Values.Date.LeftOut;
      case Node.Moment moment -> values.moment(moment) instanceof Values.Date.LeftOut;
      default -> false;
    };
  }

  private void writeItems(List<? extends Node> elements) throws IOException {
    if (elements.isEmpty()) {
      writeEmpty();
      return;
    }
    switch (look.lists()) {
      case ARRAY -> writeArray(elements);
      case SINGLE_BARE -> {
        if (elements.size() == 1) {
          writeNode(elements.getFirst());
        } else {
          writeArray(elements);
        }
      }
      case BY_POSITION -> {
        json.beginObject();
        for (int i = 0; i < elements.size(); i++) {
          json.name(Integer.toString(i));
          writeNode(elements.get(i));
        }
        json.endObject();
      }
    }
  }

  private void writeArray(List<? extends Node> elements) throws IOException {
    json.beginArray();
    for (Node element : elements) {
      writeNode(element);
    }
    json.endArray();
  }

  private void writeEmpty() throws IOException {
    switch (look.emptyLists()) {
      case ARRAY, MISSING -> json.beginArray().endArray();
      case TEXT -> json.value("");
      case NULL -> json.nullValue();
    }
  }
}
