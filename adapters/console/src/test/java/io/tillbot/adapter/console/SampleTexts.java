package io.tillbot.adapter.console;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts in two languages, kept in the test: the real bundles belong to another adapter. */
final class SampleTexts implements Texts {
  static final Locale RUSSIAN = Locale.of("ru");

  private final Map<String, String> english = new HashMap<>();
  private final Map<String, String> russian = new HashMap<>();

  SampleTexts() {
    put("plain", "{0}", "{0}");
    put("invoice.title", "Invoice {0}", "Счёт {0}");
    put("invoices.title", "{0} invoices", "Счетов: {0}");
    put("owed", "{0} on {1} unpaid invoices", "К оплате {0}, неоплаченных счетов: {1}");
    put("status", "Status", "Статус");
    put("unpaid", "Unpaid", "Не оплачен");
    put("overdue", "Overdue", "Просрочен");
    put("paid", "Paid", "Оплачен");
    put("due", "Due", "Оплатить до");
    put("total", "Total", "Итого");
    put("credit", "Credit applied", "Списано с баланса");
    put("balance", "Balance", "Остаток");
    put("invoice", "Invoice", "Счёт");
    put("description", "Description", "Описание");
    put("amount", "Amount", "Сумма");
    put("pdf", "Get the PDF", "Получить PDF");
    put("show", "Show invoice {0}", "Показать счёт {0}");
    put("cut-short", "{0} of {1} shown", "Показано {0} из {1}");
    put("not-understood", "That was not understood", "Не удалось понять команду");
    put(
        "near",
        "There is no command {0}. Did you mean {1}?",
        "Команды {0} нет. Возможно, вы имели в виду {1}?");
    put("needs-link", "You are not linked to a billing account", "Аккаунт биллинга не привязан");
    put("link-how", "Link it first: /billing link.", "Сначала привяжите его: /billing link.");
    put("link", "Link your account", "Привязать аккаунт");
    put("kind", "What do you have?", "Что у вас есть?");
    put("token", "session token", "токен сессии");
    put("key", "API key", "ключ API");
    put("secret", "Token or API key", "Токен или ключ API");
    put("try-later", "Try again in a minute.", "Попробуйте через минуту.");
    put("down", "No answer from the billing system", "Биллинг не отвечает");
    put("console.saved", "Saved: {0}", "Сохранено: {0}");
    put("console.not-saved", "{0} was not saved: {1}.", "Файл {0} не сохранён: {1}.");
    put("console.not-saved.disk-full", "the disk is full", "на диске нет места");
    put("console.more", "{0} of {1} shown, more for {2}", "Показано {0} из {1}, more: ещё {2}");
    put("console.more.end", "{0} of {1} shown, the last", "Показано {0} из {1}, всё");
  }

  private void put(String key, String en, String ru) {
    english.put(key, en);
    russian.put(key, ru);
  }

  @Override
  public String write(Value value, Locale locale) {
    boolean isRussian = locale.getLanguage().equals("ru");
    return switch (value) {
      case Value.Data(String text) -> text;
      case Value.Line(String text) -> text;
      case Value.Count(long number) -> Long.toString(number);
      case Value.Day(LocalDate date) -> date.toString();
      case Value.Moment(var instant) -> instant.toString();
      case Value.Amount(Money money) -> amount(money, isRussian);
      case Text(String key, List<Value> arguments) -> {
        String text = (isRussian ? russian : english).getOrDefault(key, key);
        for (int i = 0; i < arguments.size(); i++) {
          text = text.replace("{" + i + "}", write(arguments.get(i), locale));
        }
        yield text;
      }
    };
  }

  private static String amount(Money money, boolean isRussian) {
    String number = money.amount().toPlainString();
    String written = isRussian ? number.replace('.', ',') : number;
    return money.currency().equals(CurrencyCode.NONE)
        ? written
        : written + "\u00a0" + money.currency();
  }
}
