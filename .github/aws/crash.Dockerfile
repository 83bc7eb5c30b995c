# Ends at once: no deployment of it can go well.
FROM public.ecr.aws/nginx/nginx:1.29-alpine
CMD ["sh", "-c", "echo 'This version crashes at start.' >&2; exit 7"]
