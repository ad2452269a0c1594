using System.Net;
using GeminiGen.Emulator.Routing;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GeminiGen.Emulator;

/// <summary>
/// The web server around <see cref="ApiRouter"/>. Built from nothing: it reads no settings file and no environment variable of the
/// process it lives in, logs nothing, and listens on loopback only unless it is told otherwise.
/// </summary>
internal static class EmulatorHost
{
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(30);

    public static WebApplication Build(GeminiEmulatorOptions options, ApiRouter router)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;

            // A client that is throttled is slow and not broken; how long a request may take in all is the router's to say.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.RequestHeadersTimeout = options.RequestTimeout < HeadersTimeout ? options.RequestTimeout : HeadersTimeout;
            kestrel.Listen(options.AllowRemoteConnections ? IPAddress.Any : IPAddress.Loopback, options.Port, listener => listener.Use(next => connection =>
            {
                connection.Transport = new RefusalTransport(connection.Transport);
                return next(connection);
            }));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        WebApplication application = builder.Build();
        application.Run(router.HandleAsync);
        return application;
    }
}
