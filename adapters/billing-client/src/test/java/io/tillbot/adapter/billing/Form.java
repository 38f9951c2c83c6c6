package io.tillbot.adapter.billing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;

/** A form as it arrived, in its order. */
record Form(List<Field> fields) {

  record Field(String name, String value) {}

  static Form of(RecordedRequest request) {
    return parse(request.getBody() == null ? "" : request.getBody().utf8());
  }

  static Form parse(String body) {
    return new Form(
        Arrays.stream(body.split("&"))
            .map(pair -> pair.split("=", 2))
            .map(pair -> new Field(decoded(pair[0]), decoded(pair[1])))
            .toList());
  }

  Set<String> names() {
    return fields.stream().map(Field::name).collect(Collectors.toSet());
  }

  List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  String value(String name) {
    List<String> values = all(name);
    if (values.size() != 1) {
      throw new AssertionError(name + " is there " + values.size() + " times");
    }
    return values.getFirst();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
