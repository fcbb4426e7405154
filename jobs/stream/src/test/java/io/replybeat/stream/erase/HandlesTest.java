package io.replybeat.stream.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.message.Privacy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandlesTest {

    private static final String HASHED = Privacy.of("a secret", true).name("@anna");

    @Test
    void a_handle_is_known_without_its_at_sign_and_a_missing_one_is_none() {
        Handles handles = new Handles(Set.of("@anna"));
        handles.add("＠Anna B ");
        handles.add("");
        handles.add("anna");

        assertThat(handles.plain()).containsExactly("anna", "Anna B");
    }

    @Test
    void handles_are_hidden_where_there_are_hashes_and_nothing_else() {
        Handles handles = new Handles(Set.of());
        assertThat(handles.areHidden()).isFalse();

        handles.add(HASHED);
        assertThat(handles.plain()).isEmpty();
        assertThat(handles.areHidden()).isTrue();

        handles.add("anna");
        assertThat(handles.areHidden()).isFalse();
    }

    @Test
    void a_handle_left_to_the_brand_is_not_taken_up_again() {
        Handles handles = new Handles(Set.of("@anna", "@acme"));
        handles.leaveToTheBrand(Set.of("acme"));
        handles.add("@acme");

        assertThat(handles.plain()).containsExactly("anna");
        assertThat(handles.brands()).containsExactly("acme");
    }
}
