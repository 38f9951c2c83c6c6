package io.tillbot.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Debian's Chromium without a window. */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /** It tells every run that it has no words of its own for this Chromium, which nobody needs. */
  private static final Logger TALK = Logger.getLogger("org.openqa.selenium");

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final Path profile;

  /** Whether pages may run scripts. */
  public enum Scripts {
    ON,
    OFF
  }

  /** Of what size and colours the screen is. */
  public record Screen(String name, int width, int height, String scheme) {
    public static final Screen PHONE_LIGHT = new Screen("phone-light", 360, 640, "light");
    public static final Screen PHONE_DARK = new Screen("phone-dark", 360, 640, "dark");
    public static final Screen DESK_LIGHT = new Screen("desk-light", 1280, 900, "light");
    public static final Screen DESK_DARK = new Screen("desk-dark", 1280, 900, "dark");
  }

  private Browser(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  /**
   * Starts it. Where there is no Chromium the test that asks is skipped, but for continuous
   * integration, where the build has installed it.
   *
   * @param languages as {@code Accept-Language} has them
   */
  public static Browser start(Scripts scripts, String languages) throws IOException {
    boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (System.getenv("CI") != null) {
      assertThat(isThere).as("the build installs Chromium by tools/chromium.sh").isTrue();
    }
    Assumptions.assumeTrue(
        isThere, "There is no Chromium here: apt-get install chromium chromium-driver");
    TALK.setLevel(Level.SEVERE);
    Path profile = Files.createTempDirectory("tillbot-browser");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    Map<String, Object> preferences = new HashMap<>();
    preferences.put("intl.accept_languages", languages);
    if (scripts == Scripts.OFF) {
      preferences.put("profile.managed_default_content_settings.javascript", 2);
    }
    options.setExperimentalOption("prefs", preferences);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().pageLoadTimeout(LONGEST);
    return new Browser(driver, profile);
  }

  /** Looks at everything on such a screen from now on. */
  public Browser on(Screen screen) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            screen.width(),
            "height",
            screen.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            screen.width() < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features", List.of(Map.of("name", "prefers-color-scheme", "value", screen.scheme()))));
    return this;
  }

  public Browser open(String address) {
    driver.get(address);
    return this;
  }

  /** Types a secret and sends the form by the key Enter; returns when the next page is there. */
  public void giveByKeys(String secret) {
    leaveBy(() -> find("#secret").sendKeys(secret, Keys.ENTER));
  }

  /** Types a secret and presses the button; returns when the next page is there. */
  public void give(String secret) {
    find("#secret").sendKeys(secret);
    leaveBy(() -> find("button").click());
  }

  /** Does what leads to another page, and waits for it. */
  public void leaveBy(Runnable step) {
    WebElement here = find("html");
    step.run();
    await().atMost(LONGEST).until(() -> isGone(here) && shows("footer"));
  }

  private static boolean isGone(WebElement element) {
    try {
      element.getTagName();
      return false;
    } catch (WebDriverException gone) {
      return true;
    }
  }

  /** The page's title line. */
  public String heading() {
    return text("h1");
  }

  /** What a person reads at that place. */
  public String text(String selector) {
    return find(selector).getText();
  }

  public boolean shows(String selector) {
    return !driver.findElements(By.cssSelector(selector)).isEmpty();
  }

  public WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  public String address() {
    return driver.getCurrentUrl();
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** Every violation that axe-core finds, named with what it is about. */
  public List<String> violations() {
    List<Rule> found = new AxeBuilder().analyze(driver).getViolations();
    return found.stream()
        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
        .toList();
  }

  /** Whether a person has to scroll sideways. */
  public boolean isTooWide() {
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  /** Keeps a picture of the whole page: {@code target/screenshots/NAME.png}. */
  public void picture(String name) throws IOException {
    // On a busy machine the browser may still be getting ready to draw the page.
    Map<String, Object> shot =
        await()
            .atMost(LONGEST)
            .ignoreExceptionsInstanceOf(WebDriverException.class)
            .until(
                () ->
                    driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true)),
                drawn -> drawn.containsKey("data"));
    Files.createDirectories(SCREENSHOTS);
    Files.write(
        SCREENSHOTS.resolve(name + ".png"),
        Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
  }

  @Override
  public void close() {
    driver.quit();
    try (var files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException left) {
      // It lies in the system's directory for such things.
      profile.toFile().deleteOnExit();
    }
  }
}
