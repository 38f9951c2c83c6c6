package io.tillbot.adapter.slack.fake;

/**
 * What Block Kit demands, a name for each demand: docs.slack.dev/reference/block-kit. {@code
 * docs/fakes.md} says where each stands.
 */
public enum Law {
  /** A field that Slack does not know there. */
  UNKNOWN_FIELD,
  /** A field of another type than Slack's, or none where there has to be one. */
  WRONG_TYPE,
  MESSAGE_TEXT,
  MESSAGE_BLOCKS,
  RESPONSE_TYPE,
  UNKNOWN_BLOCK,
  BLOCK_ID_LENGTH,
  BLOCK_ID_TWICE,
  HEADER_TEXT,
  SECTION_EMPTY,
  SECTION_TEXT,
  SECTION_FIELDS,
  FIELD_TEXT,
  CONTEXT_ELEMENTS,
  CONTEXT_TEXT,
  ACTIONS_ELEMENTS,
  TEXT_TYPE,
  UNKNOWN_ELEMENT,
  /** An element in a block that cannot hold it. */
  ELEMENT_NOT_HERE,
  ACTION_ID_LENGTH,
  ACTION_ID_TWICE,
  BUTTON_TEXT,
  BUTTON_VALUE,
  BUTTON_URL,
  BUTTON_STYLE,
  CONFIRM_TITLE,
  CONFIRM_TEXT,
  CONFIRM_BUTTON,
  INPUT_LABEL,
  INPUT_HINT,
  PLACEHOLDER,
  INPUT_LENGTHS,
  INITIAL_VALUE,
  OPTIONS_OR_GROUPS,
  SELECT_OPTIONS,
  CHOICE_OPTIONS,
  OPTION_GROUPS,
  OPTION_GROUP_LABEL,
  OPTION_TEXT,
  OPTION_VALUE,
  OPTION_DESCRIPTION,
  INITIAL_OPTION,
  MAX_SELECTED,
  DATE,
  VIEW_TYPE,
  VIEW_BLOCKS,
  VIEW_TITLE,
  VIEW_SUBMIT,
  VIEW_CLOSE,
  /** A modal that asks for something, and has no button to send it. */
  VIEW_WITHOUT_SUBMIT,
  VIEW_METADATA,
  VIEW_CALLBACK_ID,
  VIEW_EXTERNAL_ID
}
