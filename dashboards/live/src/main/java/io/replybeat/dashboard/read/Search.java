package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One question of a multi-search: which alias, and the body. */
record Search(String alias, ObjectNode body) {}
