package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import java.util.List;

/**
 * What is to be told, to whom it knows what, and when?
 *
 * @param told what the receiver has heard of this alert last and still takes for firing; null if nothing
 * @param texts what customers wrote, those that contributed most first; empty unless that may be shown
 * @param now the wall clock when the request is made, in milliseconds
 */
public record Telling(Alert alert, Alert told, List<MessageText> texts, long now) {}
