package io.replybeat.sandbox.cli;

/** A command that can be given every option of the job. */
interface TakesJobOptions {
    JobFlags jobFlags();

    /** Are there so few options besides that its help can list the job's, some fifty? */
    default boolean showsJobFlags() {
        return false;
    }
}
