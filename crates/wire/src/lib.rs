//! What crosses to the window and to the command line: requests, replies, error codes.
