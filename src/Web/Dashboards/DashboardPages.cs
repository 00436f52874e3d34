using Listening.Web.Security;
using Microsoft.Extensions.FileProviders;

namespace Listening.Web.Dashboards;

/// <summary>The dashboards' files under <c>/dashboards</c>, and each dashboard's page under its name.</summary>
public static class DashboardPages
{
    /// <summary>Serves what the pages are made of. These files are the product's, the same for everybody, and hold no data.</summary>
    public static WebApplication UseDashboardFiles(this WebApplication app, string directory)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/dashboards",
            FileProvider = new PhysicalFileProvider(directory),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        return app;
    }

    /// <summary>Maps <c>/</c> and <c>/operations</c>.</summary>
    public static WebApplication MapDashboardPages(this WebApplication app, DashboardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(folder);
        app.MapGet("/", () => TypedResults.Redirect("/operations")).RequireAuthorization(Scopes.Read).ExcludeFromDescription();
        foreach (var dashboard in folder.All)
        {
            var page = Path.Combine(folder.Directory, dashboard.Id, "index.html");
            if (!File.Exists(page)) continue;
            app.MapGet($"/{dashboard.Id}", () => TypedResults.PhysicalFile(page, "text/html; charset=utf-8"))
                .RequireAuthorization(Scopes.Read).ExcludeFromDescription();
        }
        return app;
    }
}
