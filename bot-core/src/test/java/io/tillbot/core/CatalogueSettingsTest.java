package io.tillbot.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CatalogueSettingsTest {
  @Test
  void byDefaultNoFormIsNamed() {
    assertThat(CatalogueSettings.defaults().formId()).isNull();
  }

  @Test
  void aSettingIsChangedByItself() {
    CatalogueSettings changed = CatalogueSettings.defaults().withFormId("7");
    assertThat(changed.formId()).isEqualTo("7");
    assertThat(changed.withFormId(null)).isEqualTo(CatalogueSettings.defaults());
  }

  @Test
  void aBlankFormIdIsASlip() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CatalogueSettings.defaults().withFormId(" "));
  }
}
