//! Files in, catalog and remarks out.
