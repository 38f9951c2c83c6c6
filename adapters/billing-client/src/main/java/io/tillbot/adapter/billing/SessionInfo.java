package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Location;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code auth.php} tells of a token ({@code action=info}).
 *
 * @param ends when it dies
 * @param role such as {@code Customer}
 * @param client {@code whmcs_id}
 * @param location {@code whmcs_location}
 * @param permissions such as {@code billing_list}
 */
public record SessionInfo(
    @Nullable Instant ends,
    @Nullable String role,
    @Nullable ClientId client,
    @Nullable Location location,
    List<String> permissions) {
  public SessionInfo {
    permissions = List.copyOf(permissions);
  }
}
