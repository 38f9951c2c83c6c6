package io.tillbot.app.config;

/** Every setting: its environment variable and what holds without it. */
enum Setting {
  BILLING_URL("TILLBOT_BILLING_URL", "https://invapi.hostkey.com/whmcs.php"),
  STORE_URL("TILLBOT_STORE_URL", "jdbc:sqlite:data/tillbot.db"),
  STORE_KEYSET_PATH("TILLBOT_STORE_KEYSET_PATH", "keys/keyset.json");

  private final String variable;
  private final String ordinary;

  Setting(String variable, String ordinary) {
    this.variable = variable;
    this.ordinary = ordinary;
  }

  String variable() {
    return variable;
  }

  String ordinary() {
    return ordinary;
  }
}
