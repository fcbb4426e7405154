package io.replybeat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.replybeat.dashboard.LivePage;
import io.replybeat.dashboard.LivePageConfig;
import io.replybeat.sandbox.node.Ports;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live page as people use it, in a real browser, against the running demo. Skipped where there is no browser. */
class LivePageIT {

    private static final Path SCREENS = Path.of("target/screens");

    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Chromium chromium;
    private BrowserContext context;
    private Page page;

    /** What the browser complained of, a refused script among it. */
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "no Chromium on this machine; on Debian: apt-get install chromium");
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = new Chromium(program.get());
        demo = RunningDemo.in(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @BeforeEach
    void open() {
        open(new Browser.NewContextOptions().setViewportSize(1440, 1000));
    }

    private void open(Browser.NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser().newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    @AfterEach
    void closeAndHearNoComplaints() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "fast", "well", "mood", "alerts", "health"})
    void every_view_shows_live_numbers_and_axe_finds_nothing_serious(String tab) {
        show("?tab=" + tab + "&range=24h");

        assertThat(page.locator("main")).hasAttribute("data-tab", tab);
        if (tab.equals("alerts")) {
            assertThat(page.locator("a.alert-title").first()).isVisible();
        } else {
            assertThat(page.locator(".tile[data-state=good]").first()).isVisible();
        }
        picture(tab);
        assertAccessible();

        open(new Browser.NewContextOptions().setViewportSize(1440, 1000).setColorScheme(ColorScheme.DARK));
        show("?tab=" + tab + "&range=24h");
        assertThat(brightness("body")).isLessThan(60);
        picture(tab + "-dark");
        assertAccessible();
    }

    @Test
    void from_an_alert_it_is_a_click_each_to_its_messages_the_conversation_and_the_author() {
        String alert = alertWithMessages();
        show("?tab=alerts&range=24h");
        page.locator("a.alert-title[href*=\"" + encoded(alert) + "\"]").first().click();

        Locator sheet = page.locator("#sheet[data-kind=alert]");
        assertThat(sheet.locator(".message .message-text").first()).not().isEmpty();
        picture("alert");
        assertAccessible();
        sheet.locator(".message-foot a").first().click();
        assertThat(page.locator("#sheet[data-kind=conversation] .message").first())
                .isVisible();
        page.locator("#sheet a.author").first().click();
        assertThat(page.locator("#sheet[data-kind=author] .message").first()).isVisible();
        picture("author");

        page.goBack();
        assertThat(page.locator("#sheet[data-kind=conversation]")).isVisible();
        page.goBack();
        assertThat(page.locator("#sheet[data-kind=alert]")).isVisible();
    }

    @Test
    void the_address_restores_the_view_and_back_goes_back() {
        show("?tab=fast&brand=lumo&cut=network&value=x&range=4h&by=network&hours=business&stat=p90&theme=dark");

        assertThat(page.locator(".chips")).containsText("lumo");
        assertThat(page.locator(".chips")).containsText("network: x");
        assertThat(page.locator(".chips")).containsText("Business hours");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.locator("[data-tab=mood]").click();
        assertThat(page.locator("main")).hasAttribute("data-tab", "mood");
        assertThat(page.locator(".chips")).containsText("lumo");
        page.goBack();
        assertThat(page.locator("main")).hasAttribute("data-tab", "fast");
        String address = page.url();
        page.reload();
        awaitLive();
        assertThat(page).hasURL(address);
        assertThat(page.locator(".chips")).containsText("network: x");
    }

    @Test
    void a_server_that_is_killed_and_comes_back_is_recovered_from_and_the_last_numbers_stay() {
        int port = Ports.free(1).get(0);
        LivePage own = LivePage.start(LivePageConfig.local(port, demo.elasticsearch()));
        show(own.uri(), "?tab=now");
        assertThat(page.locator(".tile[data-key=waiting]")).hasAttribute("data-state", "good");
        own.close();

        assertThat(page.locator("#link")).hasAttribute("data-link", "lost");
        assertThat(page.locator("#notice")).containsText("recovers by itself");
        assertThat(page.locator(".tile[data-key=waiting]")).hasAttribute("data-state", "good");
        picture("lost");

        try (LivePage again = LivePage.start(LivePageConfig.local(port, demo.elasticsearch()))) {
            assertThat(again.uri()).isEqualTo(own.uri());
            awaitLive();
            assertThat(page.locator("#notice")).isHidden();
        }
        complaints.clear();
    }

    @Test
    void a_phone_shows_one_column_that_needs_no_scrolling_sideways_and_large_enough_targets() {
        open(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setDeviceScaleFactor(2));
        for (String tab : List.of("now", "alerts", "mood")) {
            show("?tab=" + tab + "&range=24h");

            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            for (Locator link :
                    page.locator("[data-tab]").and(page.locator("a")).all()) {
                assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(43);
            }
            picture(tab + "-phone");
        }
        assertAccessible();
        page.locator("[data-tab=alerts]").tap();
        page.locator("a.alert-title").first().tap();
        assertThat(page.locator("#sheet")).isVisible();
    }

    @Test
    void the_keyboard_alone_is_enough() {
        show("?range=24h");
        page.keyboard().press("5");
        assertThat(page.locator("main")).hasAttribute("data-tab", "alerts");
        assertThat(page.locator("a.alert-title").first()).isVisible();
        page.keyboard().press("j");
        assertThat(page.locator("a.alert-title").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#sheet[data-kind=alert]")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#sheet")).isHidden();
        assertThat(page.locator("a.alert-title").first()).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("p");
        assertThat(page.locator("#pause")).hasAttribute("aria-pressed", "true");
        page.keyboard().press("p");
        page.keyboard().press("/");
        assertThat(page.locator("#filters select").first()).isFocused();
    }

    @Test
    void a_definition_stands_beside_its_number_on_focus() {
        show("?tab=fast&range=24h");
        page.locator(".tile[data-key=\"first_response.p50_seconds\"] button")
                .first()
                .focus();

        assertThat(page.locator("#definition")).isVisible();
        assertThat(page.locator("#definition")).containsText("faster half of the first responses");
    }

    @Test
    void somebody_acknowledges_an_alert_with_a_note_and_others_see_it() {
        String alert = demo.snapshot("range=24h").at("/alerts/1/id").asText();
        show("?tab=alerts&range=24h&alert=" + encoded(alert));
        page.locator("form.acknowledge input").nth(0).fill("kim");
        page.locator("form.acknowledge input").nth(1).fill("calling the bank");
        page.locator("form.acknowledge button").click();

        assertThat(page.locator("#sheet")).containsText("kim looks after it");
        demo.awaitSnapshot(Duration.ofSeconds(30), snapshot -> StreamSupport.stream(
                        snapshot.path("alerts").spliterator(), false)
                .anyMatch(each -> each.path("id").asText().equals(alert)
                        && each.at("/acknowledged/note").asText().equals("calling the bank")));
    }

    @Test
    void the_demo_is_steered_from_the_page() {
        show("");
        page.locator("#demo button", new Page.LocatorOptions().setHasText("Influencer surge"))
                .click();

        assertThat(page.locator("#demo")).containsText("happening: influencer surge");
        demo.awaitSnapshot(Duration.ofMinutes(3), snapshot -> StreamSupport.stream(
                        snapshot.path("alerts").spliterator(), false)
                .anyMatch(alert -> alert.path("rule").asText().equals("callout_surge")
                        && alert.path("state").asText().equals("firing")));
        page.locator("[data-tab=alerts]").click();
        page.locator("a.alert-title[href*=callout_surge]").first().click();
        assertThat(page.locator("#sheet")).containsText("followers");
        assertThat(page.locator("#sheet svg").first()).isVisible();
        picture("surge");
    }

    @Test
    void what_hostile_people_write_is_shown_as_text_and_nothing_of_it_runs() {
        demo.publish(Hostile.events(Instant.now()));
        demo.awaitSnapshot(Duration.ofMinutes(2), snapshot -> StreamSupport.stream(
                        snapshot.at("/now/by/brand").spliterator(), false)
                .anyMatch(row -> row.path("value").asText().equals(Hostile.BRAND)
                        && row.path("waiting").asLong() == Hostile.TEXTS.size()));
        String brand = "brand=" + encoded(Hostile.BRAND);
        for (String tab : List.of("now", "fast", "well", "mood", "alerts", "health")) {
            show("?tab=" + tab + "&" + brand + "&by=topic");
            assertThat(page.locator(".chips")).containsText(Hostile.BRAND);
            assertNothingRan();
        }
        for (String text : Hostile.TEXTS) {
            show("?" + brand + "&conversation=" + encoded(joined(Hostile.BRAND, Hostile.conversation(text))));
            Locator message = page.locator("#sheet .message-text").first();
            assertThat(message).hasText(text.strip() + " where is my parcel?");
            assertThat(message.locator("*")).hasCount(0);
            assertNothingRan();
        }
        picture("hostile");
    }

    @Test
    void the_page_is_light_and_painted_at_once() {
        List<Integer> bytes = new ArrayList<>();
        page.onResponse(response -> {
            if (!response.url().contains("/api/")) {
                bytes.add(response.body().length);
            }
        });
        show("");
        double paint = ((Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .doubleValue();

        assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isLessThan(300_000);
        // The promise is a second; a machine that runs the whole demo beside it gets three.
        assertThat(paint).isLessThan(3_000);
    }

    private void show(String view) {
        show(demo.page(), view);
    }

    private void show(URI server, String view) {
        Response response = page.navigate(server + view);
        assertThat(response.status()).isEqualTo(200);
        awaitLive();
    }

    private void awaitLive() {
        assertThat(page.locator("#link")).hasAttribute("data-link", "live");
        assertThat(page.locator("main[aria-busy=true]")).hasCount(0);
        assertThat(page.locator("main .tab")).hasCount(1);
    }

    private void assertAccessible() {
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(LivePageIT::words)
                        .toList();
        assertThat(serious).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().get(0).getTarget();
    }

    private void assertNothingRan() {
        assertThat(page.evaluate("window.hit ?? null")).isNull();
        assertThat(page.frames()).hasSize(1);
    }

    private double brightness(String selector) {
        return ((Number) page.evaluate(
                        "selector => getComputedStyle(document.querySelector(selector)).backgroundColor"
                                + ".match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3",
                        selector))
                .doubleValue();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static String alertWithMessages() {
        for (JsonNode alert : demo.snapshot("range=24h").path("alerts")) {
            String id = alert.path("id").asText();
            JsonNode detail = demo.get("/api/alert?id=" + encoded(id));
            if (detail.path("messages").size() > 0
                    && detail.at("/messages/0/author/kind").asText().equals("customer")) {
                return id;
            }
        }
        throw new AssertionError("a day of the demo should raise an alert that rests on messages");
    }

    /** As the page joins the parts of an id. */
    private static String joined(String... parts) {
        return String.join(
                "|",
                List.of(parts).stream()
                        .map(part -> part.replace("%", "%25").replace("|", "%7C"))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
