package io.tillbot.adapter.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The API's document as data: its methods, parameters and examples. */
final class Contract {
  private final Map<String, Json> methods;

  Contract() {
    try (InputStream file =
        Objects.requireNonNull(Contract.class.getResourceAsStream("/contract.json"))) {
      Json.Obj document = (Json.Obj) new JsonTree().read(file.readAllBytes());
      this.methods = ((Json.Obj) document.members().get("methods")).members();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Set<String> methods() {
    return methods.keySet();
  }

  /** The documented parameters, the action included, also where the document forgot it. */
  Set<String> parameters(String method) {
    Set<String> names = new LinkedHashSet<>();
    names.add("action");
    for (Json parameter : ((Json.Arr) member(method, "parameters")).elements()) {
      names.add(((Json.Text) ((Json.Obj) parameter).members().get("name")).value());
    }
    return names;
  }

  String success(String method) {
    return JsonText.of(member(method, "success"));
  }

  String failure(String method) {
    return JsonText.of(member(method, "failure"));
  }

  private Json member(String method, String name) {
    return ((Json.Obj) methods.get(method)).members().get(name);
  }
}
