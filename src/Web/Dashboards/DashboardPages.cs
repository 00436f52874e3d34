using Listening.Brands;
using Listening.Web.Hosting;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;

namespace Listening.Web.Dashboards;

/// <summary>The dashboards' files under <c>/dashboards</c>, and each dashboard's page under its name.</summary>
public static class DashboardPages
{
    private const string Html = "text/html; charset=utf-8";

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

    /// <summary>Maps <c>/</c>, the gallery at <c>/dashboards</c>, one's own below it, and each room and shipped dashboard under its name.</summary>
    public static WebApplication MapDashboardPages(this WebApplication app, DashboardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(folder);
        // Where no brand is ours yet nothing can be counted: who may say who we are is asked first.
        app.MapGet("/", (HttpContext http, CurrentRegistry registry) => TypedResults.Redirect(
                http.User.Has(Scopes.Admin) && registry.Now.Registry.Brands.All(brand => brand.Kind != BrandKind.Own) ? "/setup" : "/operations"))
            .RequireAuthorization(Scopes.Read).ExcludeFromDescription();
        Page(app, "/dashboards", Path.Combine(folder.Directory, "gallery", "index.html"));
        app.MapGet("/dashboards/{id}", Results<PhysicalFileHttpResult, NotFound> (string id) => folder.Entries.Any(entry => entry.Id == id)
                ? TypedResults.PhysicalFile(Path.Combine(folder.Directory, "shared", "page.html"), Html)
                : TypedResults.NotFound())
            .RequireAuthorization(Scopes.Read).ExcludeFromDescription();
        var shipped = folder.Entries.Where(entry => entry.Owner == DashboardOwner.Shipped).Select(entry => new Room(entry.Id, entry.Id, Scopes.Read)).ToList();
        foreach (var room in RoomList.All.Where(room => room.Id != "dashboards").Concat(shipped).DistinctBy(room => room.Id))
        {
            var page = Path.Combine(folder.Directory, room.Id, "index.html");
            if (File.Exists(page)) Page(app, room.Address, page, room.Scope);
        }
        return app;
    }

    private static void Page(WebApplication app, string address, string file, string scope = Scopes.Read) =>
        app.MapGet(address, () => TypedResults.PhysicalFile(file, Html)).RequireAuthorization(scope).ExcludeFromDescription();
}
