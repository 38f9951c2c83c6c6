package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.ClientId;
import java.util.List;
import java.util.Objects;

/** Answers of {@code auth.php}, whose fields come flat or nested under {@code result}. */
final class AuthDecoding {
  private AuthDecoding() {}

  static Fields fields(Answer answer) {
    Fields fields = answer.json();
    return Fields.sole(fields.get("result")) instanceof Json.Obj nested
        ? new Fields(nested)
        : fields;
  }

  static SessionInfo info(Answer answer) {
    Fields fields = fields(answer);
    List<String> permissions =
        fields.list("permissions", "permission").stream()
            .map(Scalars::raw)
            .filter(Objects::nonNull)
            .map(PlainText::line)
            .toList();
    return new SessionInfo(
        Session.end(fields),
        fields.text("role", "role_type"),
        fields.id(ClientId::new, "whmcs_id"),
        fields.location("whmcs_location"),
        permissions);
  }
}
