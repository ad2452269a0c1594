using System.Net;
using GeminiGen.Emulator.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GeminiGen.Emulator;

/// <summary>
/// The web server around <see cref="ApiRouter"/>. Built from nothing: it reads no settings file and no environment variable of the
/// process it lives in, logs nothing, and listens on loopback only.
/// </summary>
internal static class EmulatorHost
{
    public static WebApplication Build(int port, ApiRouter router)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;

            // A client under a debugger, or one that is throttled, is slow and not broken.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        WebApplication application = builder.Build();
        application.Run(router.HandleAsync);
        return application;
    }
}
