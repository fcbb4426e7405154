package io.replybeat.stream.options;

/** Where does the job keep its state: on the heap, or in RocksDB on disk, which may be larger than memory? */
public enum StateBackend {
    HASHMAP,
    ROCKSDB
}
