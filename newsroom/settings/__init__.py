"""Settings by environment: `development` (the default), `test`, `production`; `environment` reads the variables."""
