vcl 4.1;

# Newsroom behind Varnish: each page is kept once for every class of places that the law tells apart.
# It reads three files of yours from newsroom/ beside this one (see deploy/README.md):
#   keys.vcl    written by `manage.py edge_map --format vcl`: sub newsroom_notice_key
#   place.vcl   sub newsroom_place: sets CF-IPCountry and CF-Region-Code (RU; UA and 43) from your database of addresses
#   local.vcl   the backend, acl newsroom_purgers, sub newsroom_secret (sets X-Geo-Secret), and sub newsroom_purge_token,
#               which returns synth(404) to whoever asks with another X-Purge-Token than yours

import std;

include "newsroom/local.vcl";
include "newsroom/place.vcl";
include "newsroom/keys.vcl";

# Whatever a client sends under these names is a lie. Behind us a hyphen cannot be told from an underscore.
sub newsroom_strip {
    unset req.http.X-Notice-Key;
    unset req.http.X-Notice_Key;
    unset req.http.X_Notice-Key;
    unset req.http.X_Notice_Key;
    unset req.http.X-Geo-Secret;
    unset req.http.X-Geo_Secret;
    unset req.http.X_Geo-Secret;
    unset req.http.X_Geo_Secret;
    unset req.http.CF-IPCountry;
    unset req.http.CF_IPCountry;
    unset req.http.CF-Region-Code;
    unset req.http.CF-Region_Code;
    unset req.http.CF_Region-Code;
    unset req.http.CF_Region_Code;
    unset req.http.CloudFront-Viewer-Country;
    unset req.http.CloudFront-Viewer_Country;
    unset req.http.CloudFront_Viewer-Country;
    unset req.http.CloudFront_Viewer_Country;
    unset req.http.CloudFront-Viewer-Country-Region;
    unset req.http.CloudFront-Viewer-Country_Region;
    unset req.http.CloudFront-Viewer_Country-Region;
    unset req.http.CloudFront-Viewer_Country_Region;
    unset req.http.CloudFront_Viewer-Country-Region;
    unset req.http.CloudFront_Viewer-Country_Region;
    unset req.http.CloudFront_Viewer_Country-Region;
    unset req.http.CloudFront_Viewer_Country_Region;
    unset req.http.X-Geo-Country;
    unset req.http.X-Geo_Country;
    unset req.http.X_Geo-Country;
    unset req.http.X_Geo_Country;
    unset req.http.X-Geo-Region;
    unset req.http.X-Geo_Region;
    unset req.http.X_Geo-Region;
    unset req.http.X_Geo_Region;
    unset req.http.X-Client-Region;
    unset req.http.X-Client_Region;
    unset req.http.X_Client-Region;
    unset req.http.X_Client_Region;
    unset req.http.X-Client-Region-Subdivision;
    unset req.http.X-Client-Region_Subdivision;
    unset req.http.X-Client_Region-Subdivision;
    unset req.http.X-Client_Region_Subdivision;
    unset req.http.X_Client-Region-Subdivision;
    unset req.http.X_Client-Region_Subdivision;
    unset req.http.X_Client_Region-Subdivision;
    unset req.http.X_Client_Region_Subdivision;
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-Host;
    unset req.http.X-Real-IP;
}

sub newsroom_purge {
    if (client.ip !~ newsroom_purgers) {
        return (synth(404));
    }
    call newsroom_purge_token;
    if (req.http.xkey-purge !~ "^[0-9a-f]{16}( [0-9a-f]{16})*$") {
        return (synth(400));
    }
    # Names have one length, so none of them is found across two others.
    ban("obj.http.xkey ~ (" + regsuball(req.http.xkey-purge, " ", "|") + ")");
    return (synth(200));
}

sub vcl_recv {
    if (req.method == "PURGE") {
        call newsroom_purge;
    }
    call newsroom_strip;
    call newsroom_place;
    call newsroom_notice_key;
    call newsroom_secret;
    set req.http.X-Forwarded-For = client.ip;
    set req.http.Host = regsub(std.tolower(req.http.Host), ":[0-9]+$", "");

    if (req.url ~ "^/legal-keys($|\?)") {
        return (synth(404));  # for edges, not for their clients
    }
    # What belongs to one person, or answers by cookies, is neither stored nor answered from the store.
    if ((req.method != "GET" && req.method != "HEAD") || req.http.Authorization
            || req.http.Cookie ~ "(^|[; ])sessionid=" || req.url ~ "^/($|\?|admin/|documents/)") {
        return (pass);
    }
    unset req.http.Cookie;
    if (req.url ~ "^/media/" && req.http.Range) {
        return (pass);  # what may not be stored is else answered whole, and no player could seek in it
    }
    return (hash);
}

sub vcl_hash {
    hash_data(req.http.X-Notice-Key);
}

sub vcl_backend_response {
    # Never stale: nobody can know whether the rules that made an old answer still hold.
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    # A rule may be about a picture or video in a moment, and no name tells which files it is about.
    if (bereq.url ~ "^/media/" && beresp.ttl > 30s) {
        set beresp.ttl = 30s;
    }
    if (bereq.url !~ "^/(static|media|\.well-known)/"
            && (!beresp.http.xkey || beresp.http.Vary !~ "(?i)(^|[ ,])X-Notice-Key($|[ ,])"
                || beresp.http.Cache-Control !~ "(^|[ ,])public,.*s-maxage=[1-9]")) {
        # For five seconds others do not wait for an answer that will not be theirs.
        set beresp.ttl = 5s;
        set beresp.uncacheable = true;
        return (deliver);
    }
    # Of these two Varnish does not believe how long they may be kept.
    if ((beresp.status == 451 || beresp.status == 308) && !beresp.http.Age) {
        set beresp.ttl = std.duration(regsub(beresp.http.Cache-Control, "^.*s-maxage=([0-9]+).*$", "\1s"), 0s);
    }
    if (beresp.http.Content-Type ~ "^(text/|application/(json|javascript|xml|rss|atom))") {
        set beresp.do_gzip = true;
    }
}

sub vcl_backend_error {
    set beresp.ttl = 0s;
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Retry-After = "5";
    synthetic(beresp.status + {" "} + beresp.reason);
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    if (req.url ~ "^/media/") {
        # How long a file may be kept, and who handed it out, must not tell that there is an order about it.
        set resp.http.Cache-Control = "private, max-age=30";
        set resp.http.Content-Security-Policy = "default-src 'none'; sandbox";
        set resp.http.X-Content-Type-Options = "nosniff";
        set resp.http.Date = now;
        unset resp.http.Age;
        unset resp.http.Expires;
        unset resp.http.ETag;
        unset resp.http.Last-Modified;
        unset resp.http.Vary;
        unset resp.http.Content-Language;
        unset resp.http.Cross-Origin-Opener-Policy;
        unset resp.http.Referrer-Policy;
        unset resp.http.Strict-Transport-Security;
        unset resp.http.Server;
        unset resp.http.X-Frame-Options;
        unset resp.http.Access-Control-Allow-Origin;
    }
    if (req.url !~ "^/(admin|static|media|\.well-known)/") {
        # The caches of providers and companies know nothing of the key, and what was stored must not tell itself apart.
        set resp.http.Cache-Control = "private, no-store";
        set resp.http.Vary = "Accept-Encoding";
        set resp.http.Date = now;
        unset resp.http.Age;
    }
}

sub vcl_synth {
    set resp.http.Cache-Control = "private, no-store";
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    synthetic(resp.status + {" "} + resp.reason);
    return (deliver);
}
