package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FileMethodsTest {
  private static final String PLACE = "files.getUploadURLExternal";
  private static final String COMPLETE = "files.completeUploadExternal";

  private final Web web = new Web();

  @Test
  void aFileNeedsANameAndALength() {
    assertThat(web.error(PLACE, Map.of("length", "3"))).isEqualTo("invalid_arguments");
    assertThat(web.error(PLACE, Map.of("filename", "a.pdf", "length", "0")))
        .isEqualTo("missing_argument");
    assertThat(web.error(PLACE, Map.of("filename", "a.pdf"))).isEqualTo("missing_argument");
    assertThat(web.error(PLACE, Map.of("filename", "a.pdf", "length", "many")))
        .isEqualTo("invalid_arguments");
  }

  @Test
  void aFileIsSharedAfterAllOfItsBytesCameAndSeenAMomentLater() {
    place();
    assertThat(web.world().files().upload("F1", new byte[2])).isEqualTo(400);
    assertThat(web.world().files().upload("F2", new byte[3])).isEqualTo(404);
    assertThat(complete(Map.of())).isEqualTo("file_not_found");
    assertThat(web.error(COMPLETE, Map.of("files", "[]", "channel_id", "C2")))
        .isEqualTo("file_not_found");
    assertThat(web.world().files().upload("F1", new byte[3])).isEqualTo(200);
    assertThat(complete(Map.of())).isEqualTo("ok");
    assertThat(web.world().files().arrived()).hasSize(1);
    Awaitility.await().until(() -> web.world().screen().shares().size() == 1);
    assertThat(web.world().screen().shares().getFirst().files()).containsExactly("a.pdf");
  }

  @Test
  void aFileIsSharedOnlyWhereTheAppIs() {
    uploaded();
    assertThat(complete(Map.of("channel_id", "C7"))).isEqualTo("channel_not_found");
    assertThat(complete(Map.of("channel_id", "C4"))).isEqualTo("channel_not_found");
    assertThat(complete(Map.of("channel_id", ""))).isEqualTo("channel_not_found");
    assertThat(complete(Map.of("channel_id", "C1"))).isEqualTo("not_in_channel");
    assertThat(web.world().files().arrived()).isEmpty();
  }

  @Test
  void whatIsSaidOfAFileIsAMessage() {
    uploaded();
    String good = "[{\"type\":\"divider\"}]";
    assertThat(complete(Map.of("blocks", "[{\"type\":\"unheard-of\"}]")))
        .isEqualTo("invalid_blocks");
    assertThat(complete(Map.of("blocks", good, "initial_comment", "x")))
        .as("Slack would ignore the blocks")
        .isEqualTo("invalid_blocks");
    assertThat(complete(Map.of("blocks", good))).isEqualTo("ok");
  }

  @Test
  void whatIsNoListOfFilesIsRefused() {
    assertThat(web.error(COMPLETE, Map.of("channel_id", "C2"))).isEqualTo("invalid_arguments");
    assertThat(web.error(COMPLETE, Map.of("files", "{}", "channel_id", "C2")))
        .isEqualTo("invalid_arguments");
    assertThat(
            web.error(COMPLETE, Map.of("files", "[{\"id\":\"F1\",\"a\":1}]", "channel_id", "C2")))
        .isEqualTo("invalid_arguments");
  }

  private void place() {
    assertThat(web.error(PLACE, Map.of("filename", "a.pdf", "length", "3"))).isEqualTo("ok");
  }

  private void uploaded() {
    place();
    web.world().files().upload("F1", new byte[3]);
  }

  private String complete(Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("files", "[{\"id\":\"F1\",\"title\":\"a.pdf\"}]");
    arguments.put("channel_id", "C2");
    arguments.putAll(more);
    return web.error(COMPLETE, arguments);
  }
}
