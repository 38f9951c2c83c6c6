package io.tillbot.adapter.sandbox.choice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a kind of switch decides; shown by {@code /sandbox/switches} and in the document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Meaning {
  /** One line. */
  String value();
}
